namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// Tells headings from numbered paragraphs. Items of one list are judged together: either most of them can be headings (a short
/// line of their own, or a short first sentence before the text), or none is.
/// </summary>
internal sealed class HeadingClassifier(List<RawBlock> blocks)
{
    private const int LongestHeading = 60;
    private const int LongestRunIn = 30;

    private sealed record Group(List<(RawBlock Block, int RunIn, bool Can)> Items);

    public void Classify()
    {
        var groups = new List<Group>();
        var open = new Group?[6];
        var inArticles = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.IsGone)
            {
                continue;
            }

            inArticles = block.Kind switch
            {
                BlockKind.Article => true,
                BlockKind.Annex or BlockKind.AttachedTitle or BlockKind.FormedOn => false,
                _ => inArticles,
            };
            if (block.Kind is BlockKind.Annex or BlockKind.AttachedTitle)
            {
                Array.Clear(open);
            }

            if (block.Marker.Kind != MarkerKind.Numbered || !block.IsOpenParagraph || block.First.HasBullet || inArticles)
            {
                continue;
            }

            var level = block.Marker.Level;
            Array.Clear(open, level + 1, open.Length - level - 1);
            if (open[level] is null || block.Marker.Ordinal == 1)
            {
                groups.Add(open[level] = new([]));
            }

            var runIn = RunIn(block);
            open[level]!.Items.Add((block, runIn, runIn > 0 || (IsLine(block) && HasText(i, level))));
        }

        foreach (var group in groups.Where(g => g.Items.Count(i => i.Can) * 5 >= g.Items.Count * 3))
        {
            foreach (var (block, runIn, can) in group.Items.Where(i => i.Can))
            {
                (block.Kind, block.Level, block.RunIn) = (BlockKind.Heading, block.Marker.Level, runIn);
            }
        }
    }

    private static bool IsLine(RawBlock block)
    {
        var text = block.Content;
        return text.Length <= LongestHeading && (!Sentence.IsEnded(text) || (text.Length <= LongestRunIn && IsStopped(text))) && !Sentence.IsOpen(text);
    }

    private static bool IsStopped(string text) => text[^1] is '。' or '：' or ':';

    /// <summary>A heading has a text below it: no item of the same or a higher list; below a full stop only a list of its own.</summary>
    private bool HasText(int at, int level)
    {
        for (var i = at + 1; i < blocks.Count; i++)
        {
            if (!blocks[i].IsGone)
            {
                var isNumbered = blocks[i].Marker.Kind == MarkerKind.Numbered;
                return blocks[i].Kind is not (BlockKind.Annex or BlockKind.Signature or BlockKind.FormedOn)
                    && (isNumbered ? blocks[i].Marker.Level > level : !IsStopped(blocks[at].Content));
            }
        }

        return false;
    }

    /// <summary>Length of a short first sentence before more text; 0 when there is none.</summary>
    private static int RunIn(RawBlock block)
    {
        var text = block.Content;
        var stop = text.IndexOf('。', 0, Math.Min(text.Length, LongestRunIn + block.Marker.Length));
        if (stop < 0 || stop + 1 >= text.Length)
        {
            return 0;
        }

        var title = text.AsSpan(0, stop);
        var rest = text.AsSpan(stop + 1).TrimStart();
        return title.ContainsAny('，', '；', '：') || rest.IsEmpty || rest[0] is '”' or '）' or ')' || IsRemark(rest) ? 0 : stop + 1;
    }

    /// <summary>Nothing but a remark in brackets, such as who is responsible.</summary>
    private static bool IsRemark(ReadOnlySpan<char> rest) =>
        rest[0] is '（' or '(' && rest.TrimEnd("。；") is [.., '）' or ')'] && rest[1..].IndexOfAny('（', '(') < 0;
}
