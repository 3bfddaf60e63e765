using System.Text;
using Livelihood.Content.Documents;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Indexing;

/// <summary>What the index holds of a published item. Follows from the item alone, so that a rebuilt index is the same.</summary>
public sealed record IndexEntry
{
    /// <summary>Characters of one item that are indexed; a whole year's gazette has fewer.</summary>
    public const int MostText = 2_000_000;

    /// <summary>The item's id.</summary>
    public required string ItemId { get; init; }

    /// <summary>The version's number; a newer entry is never replaced by an older one.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The content type's name.</summary>
    public required string Type { get; init; }

    /// <summary>The responsible agency's id.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The date by which results are ordered.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>False when the document was repealed or has expired.</summary>
    public required bool IsInForce { get; init; }

    /// <summary>The gazette issue that printed it first, or null.</summary>
    public string? IssueId { get; init; }

    /// <summary>Its own document number, or null.</summary>
    public required DocumentNumber? Number { get; init; }

    /// <summary>The title, canonical.</summary>
    public required string Title { get; init; }

    /// <summary>The headings, canonical.</summary>
    public required string Headings { get; init; }

    /// <summary>The text below the headings, and the record (agency, numbers), canonical.</summary>
    public required string Body { get; init; }

    /// <summary>The terms of all document numbers: its own and those that it cites.</summary>
    public required IReadOnlyCollection<string> Numbers { get; init; }

    /// <summary>The sections, from which passages are taken (see <see cref="SectionText"/>).</summary>
    public required string Sections { get; init; }

    /// <summary>Title, headings and body: all that can be found.</summary>
    public string Text => string.Concat(Title, Headings, Body).Replace("  ", " ", StringComparison.Ordinal);

    /// <summary>Describes a published item.</summary>
    public static IndexEntry Of(PublishedContent content)
    {
        var headings = new StringBuilder();
        var body = new StringBuilder();
        foreach (var section in content.Sections)
        {
            headings.Append(section.Heading).Append('\n');
            body.Append(section.Text, 0, Math.Min(section.Text.Length, MostText - body.Length)).Append('\n');
            if (body.Length >= MostText)
            {
                break;
            }
        }

        body.Append(content.AgencyName).Append('\n').Append(content.Version.Item.IndexNumber).Append('\n').Append(content.Number);
        var own = DocumentNumber.TryParse(content.Number, out var number) ? number : null;
        return new()
        {
            ItemId = content.Id,
            VersionNumber = content.Version.Number,
            Type = content.Type,
            AgencyId = content.AgencyId,
            Date = content.Date,
            IsInForce = content.Validity is not (Validity.Repealed or Validity.Expired),
            IssueId = content.Version.Part<PrintedInPart>()?.IssueId,
            Number = own,
            Title = CanonicalText.TextOf(content.Title),
            Headings = CanonicalText.TextOf(headings.ToString()),
            Body = CanonicalText.TextOf(body.ToString()),
            Numbers = NumbersIn(content, own),
            Sections = SectionText.Write(content.Sections),
        };
    }

    private static SortedSet<string> NumbersIn(PublishedContent content, DocumentNumber? own)
    {
        var numbers = content.Sections.SelectMany(s => DocumentNumber.FindAll(s.Text))
            .Concat(DocumentNumber.FindAll(content.Title))
            .Select(found => found.Number);
        return new(numbers.Concat(own is null ? [] : [own]).SelectMany(NumberTerms.Of), StringComparer.Ordinal);
    }
}
