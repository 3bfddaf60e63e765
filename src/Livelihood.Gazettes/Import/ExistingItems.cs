using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Reading;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Import;

/// <summary>
/// What the portal has of an issue already, so that an import fills it instead of doubling it: the issue by its address, its
/// documents by number, else by title, among those of the issue and those in the catalogue.
/// </summary>
internal sealed class ExistingItems
{
    private readonly List<ContentVersion> _documents;

    private ExistingItems(ContentVersion? issue, string issueId, List<ContentVersion> documents) =>
        (Issue, IssueId, _documents) = (issue, issueId, documents);

    /// <summary>The issue's latest version, or null.</summary>
    public ContentVersion? Issue { get; }

    /// <summary>The issue's id: the existing one's, or the one that its documents name already, or a new one.</summary>
    public string IssueId { get; }

    public static async Task<ExistingItems> LoadAsync(
        PortalDbContext db, string type, string issuePath, IReadOnlyList<PrintedDocument> documents, CancellationToken cancellation)
    {
        var latest = db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Latest);
        var issue = await latest.FirstOrDefaultAsync(v => v.Item.Path == issuePath, cancellation);
        var ids = new HashSet<string>(
            issue?.Part<GazetteIssuePart>()?.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>() ?? [], StringComparer.Ordinal);
        foreach (var chunk in documents.Chunk(200))
        {
            var numbers = chunk.Select(d => d.Number?.ToString()).OfType<string>().ToList();
            var titles = chunk.Select(d => d.Title).ToList();
            ids.UnionWith(await db.Set<CatalogueEntry>()
                .Where(e => e.Type == type && ((e.Number != null && numbers.Contains(e.Number)) || titles.Contains(e.Title)))
                .Select(e => e.ItemId).Take(4 * chunk.Length).ToListAsync(cancellation));
        }

        var found = new List<ContentVersion>();
        foreach (var chunk in ids.Chunk(200))
        {
            found.AddRange(await latest.Where(v => chunk.Contains(v.ItemId)).ToListAsync(cancellation));
        }

        var named = found.Select(d => d.Part<PrintedInPart>()?.IssueId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var free = issue is null && named.Count == 1 && !await db.Set<ContentItem>().AnyAsync(i => i.Id == named[0], cancellation);
        return new(issue, issue?.ItemId ?? (free ? named[0] : ContentId.New()), found);
    }

    /// <summary>Takes the item of a printed document out of what is there, or null.</summary>
    public ContentVersion? Take(PrintedDocument document)
    {
        var number = document.Number?.ToString();
        var found = (number is null ? null : _documents.Find(v => v.Part<OfficialDocumentPart>()?.Number == number))
            ?? _documents.Find(v => IsSameByTitle(v, document, number));
        if (found is not null)
        {
            _documents.Remove(found);
        }

        return found;
    }

    /// <summary>A title alone does not tell two documents apart that have different numbers or stand in different issues.</summary>
    private bool IsSameByTitle(ContentVersion version, PrintedDocument document, string? number) =>
        Titles.Key(version.DisplayText) == Titles.Key(document.Title)
        && (number is null || version.Part<OfficialDocumentPart>()?.Number is null)
        && (version.Part<PrintedInPart>() is not { } printed || printed.IssueId == IssueId);
}
