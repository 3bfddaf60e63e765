using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Writing;
using Livelihood.Formats;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Edition;

/// <summary>Puts an issue together from its versions. Who may have it, the caller has decided.</summary>
public sealed class IssueAssembly(PortalDbContext db, DocumentLayouts layouts, IssueDocuments documents, PageNumbering numbering)
{
    private const long LargestPictures = 160L * 1024 * 1024;

    /// <summary>The key of the edition that an issue's published version would have now, see <see cref="EditionKey"/>.</summary>
    public async Task<string> KeyAsync(ContentVersion issueVersion, CancellationToken cancellation = default)
    {
        var ids = IdsOf(issueVersion.Part<GazetteIssuePart>()!);
        var versions = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(500))
        {
            foreach (var version in await db.Set<ContentVersion>().Where(v => v.Published && chunk.Contains(v.ItemId)).Select(v => new { v.ItemId, v.Id }).ToListAsync(cancellation))
            {
                versions[version.ItemId] = version.Id;
            }
        }

        return EditionKey.Of(issueVersion.Id, ids.Where(versions.ContainsKey).Select(id => versions[id]));
    }

    /// <summary>The issue as the public sees it; documents that are not published are left out.</summary>
    public async Task<AssembledIssue> PublishedAsync(ContentVersion issueVersion, CancellationToken cancellation = default)
    {
        var versions = new List<ContentVersion>();
        foreach (var chunk in IdsOf(issueVersion.Part<GazetteIssuePart>()!).Chunk(500))
        {
            versions.AddRange(await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Published && chunk.Contains(v.ItemId)).ToListAsync(cancellation));
        }

        return await OfAsync(issueVersion, versions, isProof: false, cancellation);
    }

    /// <summary>The issue as it is to be printed, for a proof.</summary>
    public async Task<AssembledIssue> ProofAsync(ContentVersion issueVersion, CancellationToken cancellation = default) =>
        await OfAsync(issueVersion, await documents.InOrderAsync(issueVersion.Part<GazetteIssuePart>()!, cancellation), isProof: true, cancellation);

    /// <summary>The issue with these versions of its documents.</summary>
    /// <param name="issueVersion">The issue's version, with its item.</param>
    /// <param name="documentVersions">The documents' versions, with their items; entries without one are left out of the text.</param>
    /// <param name="isProof">Whether it is a proof.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<AssembledIssue> OfAsync(
        ContentVersion issueVersion, IReadOnlyList<ContentVersion> documentVersions, bool isProof, CancellationToken cancellation = default)
    {
        var issue = issueVersion.Part<GazetteIssuePart>() ?? throw new ArgumentException("Not an issue.", nameof(issueVersion));
        var versions = documentVersions.ToDictionary(v => v.ItemId, StringComparer.Ordinal);
        var isDigitised = issueVersion.Part<SourceTextPart>() is not null;
        var (assembled, sections, pictures) = (new List<AssembledDocument>(), new List<IssueSection>(), 0L);
        foreach (var section in issue.Sections)
        {
            var entries = new List<IssueEntry>();
            foreach (var entry in section.Entries)
            {
                if (entry.ItemId is null || !versions.TryGetValue(entry.ItemId, out var version) || await LayoutAsync(version, cancellation) is not { } layout)
                {
                    entries.Add(new(entry.Title));
                    continue;
                }

                pictures += layout.Pictures.Values.Sum(p => (long)p.Length);
                layout = pictures > LargestPictures ? layout with { Pictures = new Dictionary<string, byte[]>() } : layout;
                assembled.Add(new(assembled.Count + 1, section.Name, entry, version, layout));
                entries.Add(new(entry.Title, layout, assembled.Count, isDigitised ? entry.Page : null));
            }

            sections.Add(new(section.Name, entries));
        }

        var key = EditionKey.Of(issueVersion.Id, IdsOf(issue).Where(versions.ContainsKey).Select(id => versions[id].Id));
        return new(issueVersion, issue, Layout(issue, sections, isProof, isDigitised), assembled, key);
    }

    private static List<string> IdsOf(GazetteIssuePart issue) =>
        [.. issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().Distinct(StringComparer.Ordinal)];

    private IssueLayout Layout(GazetteIssuePart issue, List<IssueSection> sections, bool isProof, bool isDigitised) => new()
    {
        Title = issue.Gazette ?? "政府公报",
        Year = issue.Year,
        Number = issue.Number,
        TotalNumber = issue.TotalNumber,
        PublishedOn = issue.PublishedOn,
        Publisher = issue.Publisher,
        Board = [.. issue.Board.GroupBy(b => b.Role).Select(g => new IssueRole(g.Key, [.. g.Select(b => b.Name)]))],
        Sections = sections,
        Address = issue.Address,
        // What was on paper before has its numbers there; here it is counted plainly.
        FirstNumber = isDigitised ? 1 : numbering.Of(1, 0),
        CountsContents = !isDigitised && numbering.CountContents,
        IsProof = isProof,
        Portal = layouts.PortalAddress(),
    };

    // The text of a printed issue has its addressees, signature and date in it; where it has none, none was printed.
    private async Task<OfficialDocumentLayout?> LayoutAsync(ContentVersion version, CancellationToken cancellation) =>
        await layouts.OfAsync(version, cancellation) is not { } layout ? null
        : version.Part<SourceTextPart>() is null ? layout
        : layout with { Addressees = null, Signature = null, FormedOn = null };
}
