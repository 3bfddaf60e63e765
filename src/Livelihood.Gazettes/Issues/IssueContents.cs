using Livelihood.Content.Catalogue;

namespace Livelihood.Gazettes.Issues;

/// <summary>A line of an issue's contents.</summary>
/// <param name="Order">The place, from 1, over all sections.</param>
/// <param name="Section">栏目; empty for none.</param>
/// <param name="Entry">As printed.</param>
/// <param name="Document">The published document; null where it is not here, or not public.</param>
public sealed record ContentsLine(int Order, string Section, GazetteEntry Entry, CatalogueEntry? Document);

/// <summary>An issue's contents with the documents that are public.</summary>
public sealed class IssueContents
{
    private IssueContents(IReadOnlyList<ContentsLine> lines) => Lines = lines;

    /// <summary>All lines, in printed order.</summary>
    public IReadOnlyList<ContentsLine> Lines { get; }

    /// <summary>The published documents, in printed order.</summary>
    public IEnumerable<CatalogueEntry> Documents => Lines.Select(l => l.Document).OfType<CatalogueEntry>();

    /// <summary>The lines by section, in printed order.</summary>
    public IEnumerable<(string Name, IReadOnlyList<ContentsLine> Lines)> Sections()
    {
        var section = new List<ContentsLine>();
        foreach (var line in Lines)
        {
            if (section.Count > 0 && section[0].Section != line.Section)
            {
                yield return (section[0].Section, section);
                section = [];
            }

            section.Add(line);
        }

        if (section.Count > 0)
        {
            yield return (section[0].Section, section);
        }
    }

    /// <summary>The line at a place, if its document is public; null otherwise.</summary>
    public ContentsLine? At(int order) => order >= 1 && order <= Lines.Count && Lines[order - 1].Document is not null ? Lines[order - 1] : null;

    /// <summary>The first line whose document is public, or null.</summary>
    public ContentsLine? First => Lines.FirstOrDefault(l => l.Document is not null);

    /// <summary>The line of a document, or null.</summary>
    public ContentsLine? Find(string itemId) => Lines.FirstOrDefault(l => l.Document?.ItemId == itemId);

    /// <summary>The lines with public documents before and after a place, or null.</summary>
    public (ContentsLine? Before, ContentsLine? After) Around(int order) => (
        Lines.Take(order - 1).LastOrDefault(l => l.Document is not null), Lines.Skip(order).FirstOrDefault(l => l.Document is not null));

    /// <summary>Reads the contents: one query for all documents.</summary>
    public static async Task<IssueContents> OfAsync(GazetteIssuePart issue, IssueQuery issues, CancellationToken cancellation = default)
    {
        var documents = await issues.PublishedAsync(issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>(), cancellation);
        return new([.. issue.Sections.SelectMany(s => s.Entries.Select(e => (s.Name, Entry: e)))
            .Select((e, i) => new ContentsLine(i + 1, e.Name, e.Entry, e.Entry.ItemId is { } id ? documents.GetValueOrDefault(id) : null))]);
    }
}
