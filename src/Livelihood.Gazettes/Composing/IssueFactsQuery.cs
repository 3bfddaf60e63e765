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
        var printed = await PrintedAsync(found.Values, version.ItemId, cancellation);
        var facts = new Dictionary<string, DocumentFacts>(StringComparer.Ordinal);
        foreach (var (id, document) in found)
        {
            facts[id] = await FactsAsync(document, printed, cancellation);
        }

        var before = (await sequence.BeforeAsync(issue.Year, issue.Number, cancellation))?.Part<GazetteIssuePart>();
        return new(issue, facts, before is null ? null : new(before.Year, before.Number, before.TotalNumber, before.PublishedOn));
    }

    private async Task<DocumentFacts> FactsAsync(ContentVersion document, IReadOnlyDictionary<string, string> printed, CancellationToken cancellation)
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
            PrintedIn = document.Part<PrintedInPart>() is { } place && printed.TryGetValue(place.IssueId, out var citation) ? [citation] : [],
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

    private async Task<IReadOnlyDictionary<string, string>> PrintedAsync(IEnumerable<ContentVersion> versions, string issueId, CancellationToken cancellation)
    {
        var ids = versions.Select(d => d.Part<PrintedInPart>()?.IssueId).OfType<string>().Where(id => id != issueId).Distinct(StringComparer.Ordinal).ToList();
        var issues = await db.Set<PublishedIssue>().AsNoTracking().Where(i => ids.Contains(i.ItemId)).ToListAsync(cancellation);
        return issues.ToDictionary(i => i.ItemId, i => $"{i.Year}年第{i.Number}号", StringComparer.Ordinal);
    }
}
