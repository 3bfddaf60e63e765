using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>
/// Cuts and rebuilds the blocks of one document at lines of the source. Blocks that share a line (a heading and the paragraph that
/// runs on behind it) are one run and are cut together.
/// </summary>
internal sealed class BlockRuns(IssueDraft draft, DraftDocument document)
{
    private readonly List<Block> _blocks = document.Blocks;

    /// <summary>Makes a block end before this line. Does nothing where one does.</summary>
    public void CutBefore(int line)
    {
        for (var i = 0; i < _blocks.Count; i = End(i))
        {
            var (span, end) = (Span(i), End(i));
            if (span.First < line && line <= span.Last)
            {
                var last = _blocks[end - 1];
                List<Block> parts = [.. Rebuilt(i, end, span.First, line - 1)];
                var rest = Text(line, span.Last);
                if (rest.Count > 0)
                {
                    parts.Add(Make(rest, last.Kind is BlockKind.Table or BlockKind.Lines ? last.Kind : BlockKind.Paragraph, 0));
                }

                Replace(i, end, parts);
                return;
            }
        }
    }

    /// <summary>Makes the runs that touch these lines anew, after lines of theirs became furniture or were corrected.</summary>
    public void Rebuild(int first, int last)
    {
        for (var i = 0; i < _blocks.Count;)
        {
            var (span, end) = (Span(i), End(i));
            if (span.Last < first || span.First > last)
            {
                i = end;
                continue;
            }

            List<Block> parts = [.. Rebuilt(i, end, span.First, span.Last)];
            Replace(i, end, parts);
            i += parts.Count;
        }
    }

    /// <summary>
    /// Puts blocks of a kind in the place of what stands in these lines, at whose ends blocks were cut. Lines that are text and in
    /// no block come in by this.
    /// </summary>
    /// <param name="first">First line.</param>
    /// <param name="last">Last line.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="level">The level.</param>
    /// <param name="keepsParts">Whether blocks stay apart; else one is made.</param>
    public void Put(int first, int last, BlockKind kind, int level, bool keepsParts)
    {
        var from = _blocks.FindIndex(b => b.Lines.First >= first);
        from = from < 0 ? _blocks.Count : from;
        var to = from;
        var pieces = new List<List<SourceLine>>();
        var next = first;
        while (to < _blocks.Count && _blocks[to].Lines.First <= last)
        {
            var (span, end) = (Span(to), End(to));
            pieces.AddRange(Text(next, span.First - 1).Select(l => (List<SourceLine>)[l]));
            pieces.Add(Text(span.First, span.Last));
            (next, to) = (span.Last + 1, end);
        }

        pieces.AddRange(Text(next, last).Select(l => (List<SourceLine>)[l]));
        pieces.RemoveAll(p => p.Count == 0);
        var parts = keepsParts ? pieces : [[.. pieces.SelectMany(p => p)]];
        Replace(from, to, [.. parts.Select(p => Make(p, kind, level))]);
    }

    /// <summary>The lines of the runs that touch these lines.</summary>
    public LineSpan RunsOver(int first, int last)
    {
        var whole = new LineSpan(first, last);
        for (var i = 0; i < _blocks.Count; i = End(i))
        {
            var span = Span(i);
            whole = span.Last < first || span.First > last ? whole : whole.Through(span);
        }

        return whole;
    }

    /// <summary>A block of a kind; of a table each line is a row, and the level says whether the first one names the columns.</summary>
    private static Block Make(IReadOnlyList<SourceLine> lines, BlockKind kind, int level)
    {
        if (kind != BlockKind.Table)
        {
            return BlockReader.OfKind(lines, kind, level);
        }

        var rows = TableReader.RowPerLine(lines);
        return BlockReader.TableOf(lines, rows, hasHeader: level > 0 && rows.Count > 1);
    }

    /// <summary>Behind the last block of the run that begins at <paramref name="start"/>.</summary>
    private int End(int start)
    {
        var (end, last) = (start + 1, _blocks[start].Lines.Last);
        while (end < _blocks.Count && _blocks[end].Lines.First <= last)
        {
            last = Math.Max(last, _blocks[end].Lines.Last);
            end++;
        }

        return end;
    }

    private LineSpan Span(int start) => _blocks.Skip(start).Take(End(start) - start).Select(b => b.Lines).Aggregate((a, b) => a.Through(b));

    /// <summary>The run from <paramref name="start"/> over other lines than before; its heading stays where the lines still begin with it.</summary>
    private IEnumerable<Block> Rebuilt(int start, int end, int first, int last)
    {
        var lines = Text(first, last);
        if (lines.Count == 0)
        {
            yield break;
        }

        var head = _blocks[start];
        if (end - start == 1)
        {
            yield return Make(lines, head.Kind, head.Kind == BlockKind.Table ? head.HasHeader ? 1 : 0 : head.Level);
            yield break;
        }

        var whole = Make(lines, BlockKind.Paragraph, 0);
        if (!whole.Text.StartsWith(head.Text, StringComparison.Ordinal) || whole.Text.Length == head.Text.Length)
        {
            yield return whole;
            yield break;
        }

        yield return head;
        yield return whole with { Text = whole.Text[head.Text.Length..].TrimStart() };
    }

    private List<SourceLine> Text(int first, int last) =>
        first > last ? [] : [.. Enumerable.Range(first, last - first + 1).Where(draft.HasText).Select(draft.LineAt)];

    private void Replace(int from, int to, List<Block> parts)
    {
        _blocks.RemoveRange(from, to - from);
        _blocks.InsertRange(from, parts);
    }
}
