using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Joins the lines of a document to paragraphs, where a line was broken in the middle of a sentence, and picks out tables.</summary>
internal sealed partial class ParagraphJoiner(LineLengths lengths)
{
    private const int LongestHeading = 60;

    private readonly List<RawBlock> _blocks = [];
    private int _article;

    public List<RawBlock> Join(IReadOnlyList<SourceLine> lines)
    {
        var noTableBefore = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isTight = i > 0 && lines[i - 1].Index + 1 == line.Index;
            if (i >= noTableBefore)
            {
                if (TableReader.TryRead(lines, i, out var end, out var rows, out var hasHeader))
                {
                    AddTable(lines, i, end, rows, hasHeader, isTight);
                    i = end - 1;
                    continue;
                }

                noTableBefore = end;
            }

            var marker = Marker.Of(line.Folded);
            if (marker.Kind == MarkerKind.Article && !IsArticle(line, marker))
            {
                marker = default;
            }

            if (_blocks.Count > 0 && _blocks[^1].Rows is null && GoesOn(_blocks[^1], line, marker, isTight))
            {
                SourceText.Join(_blocks[^1].Text, line.Text);
                _blocks[^1].Last = line;
                continue;
            }

            _article = marker.Kind == MarkerKind.Article ? marker.Ordinal : _article;
            _blocks.Add(new(line, marker, isTight));
        }

        return _blocks;
    }

    private void AddTable(
        IReadOnlyList<SourceLine> lines, int first, int end, IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader, bool isTight)
    {
        // The rest of a table behind a page break goes on with it.
        if (_blocks.Count > 0 && _blocks[^1].Rows is { } before && rows.Count > 0 && !hasHeader && before[0].Count == rows[0].Count && !isTight)
        {
            _blocks[^1].Rows = [.. before, .. rows];
            _blocks[^1].Last = lines[end - 1];
            return;
        }

        if (rows.Count > 0)
        {
            _blocks.Add(new(lines[first], default, isTight) { Kind = BlockKind.Table, Rows = rows, HasHeader = hasHeader, Last = lines[end - 1] });
        }
    }

    /// <summary>第十条 at the beginning of a line is an article when it is the next one, or stands apart; else a reference.</summary>
    private bool IsArticle(SourceLine line, Marker marker)
    {
        if (marker.Length < line.Folded.Length && line.Folded[marker.Length] == ' ')
        {
            return true;
        }

        return (marker.Ordinal == _article + 1 || (marker.Ordinal == _article && line.Folded.AsSpan(0, marker.Length).Contains('之')))
            && (_blocks.Count == 0 || Sentence.IsEnded(_blocks[^1].Last.Text) || !lengths.Reaches(_blocks[^1].Last));
    }

    private bool GoesOn(RawBlock before, SourceLine line, Marker marker, bool isTight)
    {
        if (line.HasBullet || marker.Kind != MarkerKind.None || WrittenDate.ReadWhole(line.Squeezed, out _) != WrittenDate.Found.None)
        {
            return false;
        }

        var text = before.Last.Text;
        if (line.Squeezed == "发" && text.EndsWith('印'))
        {
            return true;
        }

        var isEnded = Sentence.IsEnded(text) || (!lengths.IsPhysical && Sentence.EndsInBracket(text));
        if (Sentence.IsOpen(text) || (!Sentence.IsEnded(text) && Sentence.HasOpenBracket(before.Text)))
        {
            return true;
        }

        if (isEnded && line.IsShort && (Titles.IsAgency(line.Squeezed) || Titles.IsOfficial(line.Text) || MonthAlone().IsMatch(line.Squeezed)))
        {
            return false;
        }

        if (lengths.PartsByBlanks && isTight && !isEnded && line.Indent < 2 && IsRunning(before))
        {
            return true;
        }

        var isFull = lengths.Reaches(before.Last);
        if (lengths.UsesIndent && lengths.IsPhysical)
        {
            return line.Indent < 2 && (isFull || ((lengths.IsRagged || !isEnded) && CanGoOn(before, line, isEnded)));
        }

        return !isEnded && isFull && !(lengths.UsesIndent && line.Indent >= 2) && (lengths.IsPhysical || isTight || !IsHeading(before, line));
    }

    /// <summary>A sentence's mark stands in it, so that it is no name of a list.</summary>
    private static bool IsRunning(RawBlock before)
    {
        foreach (var chunk in before.Text.GetChunks())
        {
            if (chunk.Span.ContainsAny('，', '。', '；'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where lines were broken anywhere, an indented line goes on in one that is not.</summary>
    private static bool CanGoOn(RawBlock before, SourceLine line, bool isEnded) =>
        before.First.Indent is >= 2 and <= 8 && before.Marker.Kind is not (MarkerKind.Annex or MarkerKind.Imprint or MarkerKind.Book or MarkerKind.Chapter or MarkerKind.Part)
        && (!isEnded || (before.Last.Text[^1] is not ('：' or ':') && !Titles.IsAgency(line.Squeezed)));

    /// <summary>一、 or （一） on a line of its own is not carried on by a paragraph.</summary>
    private static bool IsHeading(RawBlock before, SourceLine line) =>
        before.Marker is { Kind: MarkerKind.Book or MarkerKind.Chapter or MarkerKind.Part } or { Kind: MarkerKind.Numbered, Level: <= 2 }
        && before.Text.Length <= LongestHeading && !before.Content.Contains('。') && Sentence.IsEnded(line.Text);

    /// <summary>Chronicles part the year so.</summary>
    [GeneratedRegex("^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月$")]
    private static partial Regex MonthAlone();
}
