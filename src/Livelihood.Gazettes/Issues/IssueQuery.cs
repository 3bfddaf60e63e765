using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Issues;

/// <summary>Reads the public lists of issues and documents.</summary>
public sealed class IssueQuery(PortalDbContext db)
{
    /// <summary>A gazette has fewer issues than this in a year.</summary>
    private const int MostIssuesInAYear = 400;

    /// <summary>The years that have issues, newest first, with how many.</summary>
    public async Task<IReadOnlyList<(int Year, int Count)>> YearsAsync(CancellationToken cancellation = default)
    {
        var years = await db.Set<PublishedIssue>().GroupBy(i => i.Year).Select(g => new { Year = g.Key, Count = g.Count() })
            .OrderByDescending(y => y.Year).ToListAsync(cancellation);
        return years.ConvertAll(y => (y.Year, y.Count));
    }

    /// <summary>The issues of a year, newest first.</summary>
    public async Task<IReadOnlyList<PublishedIssue>> OfYearAsync(int year, CancellationToken cancellation = default) =>
        await db.Set<PublishedIssue>().AsNoTracking().Where(i => i.Year == year).OrderByDescending(i => i.Number).Take(MostIssuesInAYear).ToListAsync(cancellation);

    /// <summary>The newest issues.</summary>
    public async Task<IReadOnlyList<PublishedIssue>> NewestAsync(int most, CancellationToken cancellation = default) =>
        await db.Set<PublishedIssue>().AsNoTracking().OrderByDescending(i => i.Year).ThenByDescending(i => i.Number).Take(most).ToListAsync(cancellation);

    /// <summary>The issues printed before and after one, or null.</summary>
    public async Task<(PublishedIssue? Before, PublishedIssue? After)> NeighboursAsync(int year, int number, CancellationToken cancellation = default)
    {
        var issues = db.Set<PublishedIssue>().AsNoTracking();
        return (
            await issues.Where(i => i.Year < year || (i.Year == year && i.Number < number)).OrderByDescending(i => i.Year).ThenByDescending(i => i.Number).FirstOrDefaultAsync(cancellation),
            await issues.Where(i => i.Year > year || (i.Year == year && i.Number > number)).OrderBy(i => i.Year).ThenBy(i => i.Number).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>The catalogue's lines of these items, by item; what is not published is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, CatalogueEntry>> PublishedAsync(IEnumerable<string> itemIds, CancellationToken cancellation = default)
    {
        var found = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        foreach (var chunk in itemIds.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            foreach (var entry in await db.Set<CatalogueEntry>().AsNoTracking().Where(e => chunk.Contains(e.ItemId)).ToListAsync(cancellation))
            {
                found[entry.ItemId] = entry;
            }
        }

        return found;
    }
}
