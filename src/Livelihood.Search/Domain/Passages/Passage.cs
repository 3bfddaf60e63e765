namespace Livelihood.Search.Domain.Passages;

/// <summary>A piece of a passage.</summary>
/// <param name="Text">The text, as it stands in the document.</param>
/// <param name="IsMarked">It answers the query.</param>
public sealed record Segment(string Text, bool IsMarked)
{
    /// <summary>Cuts a stretch of a text at its marks; a mark that begins inside is shown whole.</summary>
    public static IReadOnlyList<Segment> Cut(ReadOnlySpan<char> text, ReadOnlySpan<Mark> marks, int start, int end)
    {
        var segments = new List<Segment>();
        var from = start;
        foreach (var mark in marks)
        {
            if (mark.Start < start || mark.Start >= end)
            {
                continue;
            }

            if (mark.Start > from)
            {
                segments.Add(new(text[from..mark.Start].ToString(), IsMarked: false));
            }

            segments.Add(new(text[mark.Start..mark.End].ToString(), IsMarked: true));
            from = mark.End;
        }

        if (end > from)
        {
            segments.Add(new(text[from..end].ToString(), IsMarked: false));
        }

        return segments;
    }
}

/// <summary>A place in a document, shown below a search result.</summary>
/// <param name="Anchor">The anchor of the article or heading it stands in; empty for the top of the document.</param>
/// <param name="Heading">The words of that heading; empty before the first.</param>
/// <param name="Segments">The text, in pieces.</param>
/// <param name="IsCutBefore">The sentence begins earlier than shown.</param>
/// <param name="IsCutAfter">The section goes on.</param>
public sealed record Passage(
    string Anchor, string Heading, IReadOnlyList<Segment> Segments, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>The passage as plain text.</summary>
    public string Text => string.Concat(Segments.Select(s => s.Text));
}
