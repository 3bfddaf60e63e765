using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Import;

/// <summary>An issue in the console's list.</summary>
/// <param name="Version">Its latest version, with the item.</param>
/// <param name="OpenDoubts">How many doubts nobody has acknowledged.</param>
/// <param name="HasPublished">Whether the public sees some version of it.</param>
public sealed record DraftLine(ContentVersion Version, int OpenDoubts, bool HasPublished);

/// <summary>Reads issues for staff, published or not.</summary>
public sealed class DraftQuery(PortalDbContext db, IFileStore files)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 20;

    /// <summary>A page of issues, those written last first, and how many there are.</summary>
    public async Task<(IReadOnlyList<DraftLine> Lines, int Total)> PageAsync(int page, CancellationToken cancellation = default)
    {
        var latest = db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Latest && v.Item.Type == IssueContent.IssueType);
        var versions = await latest.OrderByDescending(v => v.ModifiedUtc).ThenByDescending(v => v.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var ids = versions.ConvertAll(v => v.ItemId);
        var open = await db.Set<GazetteDoubt>().Where(d => ids.Contains(d.IssueId) && d.AcknowledgedUtc == null && d.Decision == null)
            .GroupBy(d => d.IssueId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var published = await db.Set<PublishedIssue>().Where(i => ids.Contains(i.ItemId)).Select(i => i.ItemId).ToListAsync(cancellation);
        return (versions.ConvertAll(v => new DraftLine(v, open.GetValueOrDefault(v.ItemId), published.Contains(v.ItemId))), await latest.CountAsync(cancellation));
    }

    /// <summary>The latest versions of an issue's documents, by item.</summary>
    public async Task<IReadOnlyDictionary<string, ContentVersion>> DocumentsAsync(GazetteIssuePart issue, CancellationToken cancellation = default)
    {
        var ids = issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().ToList();
        return await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Latest && ids.Contains(v.ItemId))
            .ToDictionaryAsync(v => v.ItemId, cancellation);
    }

    /// <summary>The doubts of an issue, in order.</summary>
    public async Task<IReadOnlyList<GazetteDoubt>> DoubtsAsync(string issueId, CancellationToken cancellation = default) =>
        await db.Set<GazetteDoubt>().AsNoTracking().Where(d => d.IssueId == issueId).OrderBy(d => d.Order).ToListAsync(cancellation);

    /// <summary>The lines of the file that an item was read from; empty where it was not imported or the file is gone.</summary>
    public async Task<IReadOnlyList<string>> SourceLinesAsync(ContentVersion version, CancellationToken cancellation = default)
    {
        if (version.Part<SourceTextPart>() is not { } source || files.Open(source.FileHash) is not { } stream)
        {
            return [];
        }

        await using (stream)
        {
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync(cancellation);
            return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        }
    }
}
