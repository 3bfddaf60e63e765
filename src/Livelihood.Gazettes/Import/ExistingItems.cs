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
/// documents by the lines they were read from, else by number, else by title, among those of the issue and those in the catalogue.
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

    /// <summary>The latest versions of the documents that nobody has taken yet.</summary>
    public IReadOnlyList<ContentVersion> Documents => _documents;

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
                .OrderBy(e => e.ItemId).Select(e => e.ItemId).Take(4 * chunk.Length).ToListAsync(cancellation));
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

    /// <summary>
    /// The item of each printed document, or null for a new one. What was read from the same lines of the same text goes first for
    /// all of them, so that a document that was given another number or title stays the same item.
    /// </summary>
    public IReadOnlyList<(PrintedDocument Document, ContentVersion? Item)> Match(IReadOnlyList<PrintedDocument> documents, string fileHash)
    {
        var items = documents.Select(d => Take(v => v.Part<SourceTextPart>() is { } s && s.FileHash == fileHash && s.FromLine == d.Lines.First)).ToList();
        for (var i = 0; i < documents.Count; i++)
        {
            var number = documents[i].Number?.ToString();
            var document = documents[i];
            items[i] ??= (number is null ? null : Take(v => v.Part<OfficialDocumentPart>()?.Number == number && IsFree(v))) ?? Take(v => IsSameByTitle(v, document, number));
        }

        return [.. documents.Zip(items)];
    }

    private ContentVersion? Take(Predicate<ContentVersion> isIt)
    {
        var found = _documents.Find(isIt);
        if (found is not null)
        {
            _documents.Remove(found);
        }

        return found;
    }

    /// <summary>What another issue prints stays that one's.</summary>
    private bool IsFree(ContentVersion version) => version.Part<PrintedInPart>() is not { } printed || printed.IssueId == IssueId;

    /// <summary>A title alone does not tell two documents apart that have different numbers or stand in different issues.</summary>
    private bool IsSameByTitle(ContentVersion version, PrintedDocument document, string? number) =>
        Titles.Key(version.DisplayText) == Titles.Key(document.Title)
        && (number is null || version.Part<OfficialDocumentPart>()?.Number is null)
        && IsFree(version);
}
