using Livelihood.Content.Parts;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Querying;

namespace Livelihood.Search.Pages.Search;

/// <summary>A result as the page shows it.</summary>
/// <param name="Title">The title, marked.</param>
/// <param name="Url">The document's page, which marks the words again.</param>
/// <param name="Number">发文字号, or null.</param>
/// <param name="Agency">The agency's name.</param>
/// <param name="Date">The date.</param>
/// <param name="Type">The type's Chinese name.</param>
/// <param name="Validity">有效性, or null.</param>
/// <param name="Passages">The places in it.</param>
public sealed record FoundDocument(
    IReadOnlyList<Segment> Title, string Url, string? Number, string Agency, DateOnly Date, string Type, Validity? Validity,
    IReadOnlyList<FoundPassage> Passages)
{
    /// <summary>Describes a hit.</summary>
    public static FoundDocument Of(SearchHit hit, MarkFinder marks, string url, string agency, string type) => new(
        marks.Segments(hit.Entry.Title), url, hit.Entry.Number, agency, hit.Entry.Date, type, hit.Entry.Validity,
        [.. hit.Passages.Select(p => FoundPassage.Of(p, url, marks))]);

    /// <summary>The Chinese word for a validity, and the colour of its tag.</summary>
    public static (string Text, string Tag) NameOf(Validity validity) => validity switch
    {
        Content.Parts.Validity.InForce => ("现行有效", "govuk-tag--green"),
        Content.Parts.Validity.Amended => ("已修改", "govuk-tag--yellow"),
        Content.Parts.Validity.Repealed => ("已废止", "govuk-tag--grey"),
        _ => ("已失效", "govuk-tag--grey"),
    };
}

/// <summary>A place in a result.</summary>
/// <param name="Heading">The article or heading it stands in, marked; empty for the top.</param>
/// <param name="Url">The place on the document's page; null for its top, where the title leads already.</param>
/// <param name="Text">The passage, marked.</param>
/// <param name="IsCutBefore">The sentence begins earlier.</param>
/// <param name="IsCutAfter">The text goes on.</param>
public sealed record FoundPassage(
    IReadOnlyList<Segment> Heading, string? Url, IReadOnlyList<Segment> Text, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>Describes a passage. An article's text begins with its number, which the heading says already.</summary>
    public static FoundPassage Of(Passage passage, string url, MarkFinder marks)
    {
        var text = passage.Heading.Length > 0 && passage.Text.StartsWith(passage.Heading, StringComparison.Ordinal)
            ? Without(passage.Heading.Length, passage.Segments)
            : passage.Segments;
        return new(
            passage.Heading.Length == 0 ? [] : marks.Segments(passage.Heading),
            passage.Anchor.Length == 0 ? null : $"{url}#{Uri.EscapeDataString(passage.Anchor)}",
            text, passage.IsCutBefore, passage.IsCutAfter);
    }

    private static List<Segment> Without(int length, IReadOnlyList<Segment> segments)
    {
        var left = new List<Segment>();
        foreach (var segment in segments)
        {
            var cut = Math.Min(length, segment.Text.Length);
            length -= cut;
            if (cut < segment.Text.Length)
            {
                left.Add(segment with { Text = left.Count == 0 ? segment.Text[cut..].TrimStart() : segment.Text });
            }
        }

        return left;
    }
}
