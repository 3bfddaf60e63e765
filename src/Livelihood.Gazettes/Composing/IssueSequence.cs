using Livelihood.Content.Items;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Composing;

/// <summary>Finds the issue before another, published or not.</summary>
public sealed class IssueSequence(PortalDbContext db)
{
    private const int MostOfAYear = 400;

    /// <summary>The last issue there is, with its item; null where there is none.</summary>
    /// <param name="year">The year now: drafts are looked for in it, and in the one after.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ContentVersion?> LastAsync(int year, CancellationToken cancellation = default) =>
        await DraftedAsync([year + 1, year], (int.MaxValue, 0), cancellation) ?? await PublishedAsync((int.MaxValue, 0), cancellation);

    /// <summary>The issue before that of a year and number, with its item; null where there is none.</summary>
    public async Task<ContentVersion?> BeforeAsync(int year, int number, CancellationToken cancellation = default) =>
        await DraftedAsync([year, year - 1], (year, number), cancellation) ?? await PublishedAsync((year, number), cancellation);

    // The address of an issue is its year and number.
    private async Task<ContentVersion?> DraftedAsync(int[] years, (int Year, int Number) before, CancellationToken cancellation)
    {
        foreach (var year in years)
        {
            var start = $"/gazettes/{year}/";
            var paths = await db.Set<ContentItem>().Where(i => i.Type == IssueContent.IssueType && i.Path.StartsWith(start))
                .OrderBy(i => i.Path).Select(i => i.Path).Take(MostOfAYear).ToListAsync(cancellation);
            var numbers = paths.Select(p => int.TryParse(p.AsSpan(start.Length), out var n) ? n : 0).Where(n => n > 0 && (year, n).CompareTo(before) < 0).ToList();
            if (numbers.Count > 0)
            {
                var path = GazetteIssuePart.PathOf(year, numbers.Max());
                return await Latest().FirstOrDefaultAsync(v => v.Item.Path == path, cancellation);
            }
        }

        return null;
    }

    private async Task<ContentVersion?> PublishedAsync((int Year, int Number) before, CancellationToken cancellation)
    {
        var (year, number) = before;
        var id = await db.Set<PublishedIssue>().Where(i => i.Year < year || (i.Year == year && i.Number < number))
            .OrderByDescending(i => i.Year).ThenByDescending(i => i.Number).Select(i => i.ItemId).FirstOrDefaultAsync(cancellation);
        return id is null ? null : await Latest().FirstOrDefaultAsync(v => v.ItemId == id, cancellation);
    }

    private IQueryable<ContentVersion> Latest() => db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Latest);
}
