using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Composing;

/// <summary>Collects what the checks of an issue look at: a few queries, however many documents there are.</summary>
public sealed class IssueFactsQuery(PortalDbContext db, IssueDocuments documents, IssueSequence sequence, IAgencyDirectory agencies)
{
    /// <summary>The facts of an issue's version.</summary>
    public async Task<IssueFacts> OfAsync(ContentVersion version, CancellationToken cancellation = default)
    {
        var issue = version.Part<GazetteIssuePart>() ?? throw new ArgumentException("Not an issue.", nameof(version));
        var ids = issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().ToList();
        var found = await documents.ByIdAsync(ids, cancellation);
        var printed = await PrintedAsync(found.Keys, version.ItemId, cancellation);
        var facts = new Dictionary<string, DocumentFacts>(StringComparer.Ordinal);
        foreach (var (id, document) in found)
        {
            facts[id] = await FactsAsync(document, printed, cancellation);
        }

        var before = (await sequence.BeforeAsync(issue.Year, issue.Number, cancellation))?.Part<GazetteIssuePart>();
        return new(issue, facts, before is null ? null : new(before.Year, before.Number, before.TotalNumber, before.PublishedOn));
    }

    private async Task<DocumentFacts> FactsAsync(ContentVersion document, ILookup<string, string> printed, CancellationToken cancellation)
    {
        var record = document.Part<OfficialDocumentPart>();
        var body = document.Part<MarkdownBodyPart>()?.Markdown ?? "";
        return new()
        {
            ItemId = document.ItemId,
            Title = document.DisplayText,
            Stage = document.Stage,
            Newer = document.Latest ? null : document.Item.Stage,
            IntendedUtc = document.IntendedUtc,
            AgencyName = (await agencies.FindAsync(document.Item.AgencyId, cancellation))?.Name ?? document.Item.AgencyId,
            Record = record,
            StrangeAgencies = await StrangeAsync(record?.IssuingAgencies ?? [], cancellation),
            PrintedIn = [.. printed[document.ItemId]],
            HasText = !string.IsNullOrWhiteSpace(body),
            Unnamed = UnnamedPictures.Count(body) + (document.Part<FilesPart>()?.Files.Count(f => string.IsNullOrWhiteSpace(f.Title)) ?? 0),
        };
    }

    // A joint issue in which one's own agencies take part is one's own.
    private async Task<IReadOnlyList<string>> StrangeAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            if (await agencies.FindByNameAsync(name, cancellation) is not null)
            {
                return [];
            }
        }

        return names;
    }

    private async Task<ILookup<string, string>> PrintedAsync(IEnumerable<string> itemIds, string issueId, CancellationToken cancellation)
    {
        var ids = itemIds.ToList();
        var printings = await (
            from entry in db.Set<PrintedEntry>().AsNoTracking()
            where entry.ItemId != null && ids.Contains(entry.ItemId) && entry.IssueId != issueId
            join issue in db.Set<PublishedIssue>().AsNoTracking() on entry.IssueId equals issue.ItemId
            orderby issue.Year, issue.Number
            select new { ItemId = entry.ItemId!, issue.Year, issue.Number }).ToListAsync(cancellation);
        return printings.ToLookup(p => p.ItemId, p => $"{p.Year}年第{p.Number}号", StringComparer.Ordinal);
    }
}
