using System.Text;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>A block while it is being built: lines joined, its kind still open.</summary>
internal sealed class RawBlock
{
    public RawBlock(SourceLine line, Marker marker, bool isTight)
    {
        Text.Append(line.Text);
        First = Last = line;
        Marker = marker;
        IsTight = isTight;
    }

    public StringBuilder Text { get; } = new();

    public SourceLine First { get; }

    public SourceLine Last { get; set; }

    public Marker Marker { get; }

    /// <summary>No blank line between this block and the one before.</summary>
    public bool IsTight { get; }

    public BlockKind Kind { get; set; } = BlockKind.Paragraph;

    public int Level { get; set; }

    public int Ordinal { get; set; }

    /// <summary>How many characters at the beginning are the heading of a paragraph that runs on; 0 for none.</summary>
    public int RunIn { get; set; }

    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; set; }

    public bool HasHeader { get; set; }

    /// <summary>Set when the block was joined into the one before it.</summary>
    public bool IsGone { get; set; }

    public string Content => Text.ToString();

    public bool IsOpenParagraph => Kind == BlockKind.Paragraph && Rows is null;

    /// <summary>A short line without a sentence's end and without a mark: a name, a title, a line of a list.</summary>
    public bool IsPlainShort(int longest) =>
        IsOpenParagraph && !IsGone && Marker.Kind == MarkerKind.None && Text.Length <= longest && !Sentence.IsEnded(Content) && !Sentence.IsOpen(Content);

    /// <summary>Takes the next block's text in; the next is gone after that.</summary>
    public void Absorb(RawBlock next, bool asLine = false)
    {
        if (asLine)
        {
            Text.Append('\n').Append(next.Text);
        }
        else
        {
            SourceText.Join(Text, next.Content);
        }

        Last = next.Last;
        next.IsGone = true;
    }

    public IEnumerable<Block> ToBlocks()
    {
        var span = First.Span.Through(Last.Span);
        if (Kind == BlockKind.Heading && RunIn > 0)
        {
            var text = Content;
            yield return new(BlockKind.Heading, text[..RunIn], First.Span, Level);
            yield return new(BlockKind.Paragraph, text[RunIn..].TrimStart(), span);
        }
        else
        {
            var text = Rows is null ? Content : string.Join('\n', Rows.SelectMany(r => r).Where(c => c.Length > 0));
            yield return new(Kind, text, span, Level, Ordinal, Rows, HasHeader);
        }
    }
}
