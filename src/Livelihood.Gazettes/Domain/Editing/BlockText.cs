using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Makes a block out of lines of the source, of whatever kind an editor says it is. No character of a line is lost.</summary>
internal static partial class BlockText
{
    /// <summary>The block of these lines, which have text.</summary>
    public static Block Of(IReadOnlyList<SourceLine> lines, BlockKind kind, int level)
    {
        var span = lines[0].Span.Through(lines[^1].Span);
        if (kind == BlockKind.Table)
        {
            var rows = Rows(lines);
            return new(kind, string.Join('\n', rows.SelectMany(r => r).Where(c => c.Length > 0)), span, Rows: rows, HasHeader: level > 0 && rows.Count > 1);
        }

        var marker = Marker.Of(lines[0].Folded);
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (kind is (BlockKind.Lines or BlockKind.Order) && text.Length > 0)
            {
                text.Append('\n').Append(line.Text);
            }
            else if (kind == BlockKind.Annex && lines.Count > 1 && ReferenceEquals(line, lines[1]) && marker.Length == lines[0].Folded.TrimEnd().Length)
            {
                text.Append(' ').Append(line.Text);
            }
            else
            {
                SourceText.Join(text, line.Text);
            }
        }

        return new(kind, text.ToString(), span, kind == BlockKind.Heading ? Level(level, marker) : 0, kind is BlockKind.Article or BlockKind.Annex ? marker.Ordinal : 0);
    }

    /// <summary>Whether lines have cells: pipes, tabs or wide gaps.</summary>
    public static bool HasCells(IEnumerable<SourceLine> lines) => lines.Any(l => Cells(l).Count > 1);

    private static int Level(int wanted, Marker marker) => wanted is >= 1 and <= 5 ? wanted
        : marker.Kind switch
        {
            MarkerKind.Numbered => marker.Level,
            MarkerKind.Part => 2,
            _ => 1,
        };

    private static List<IReadOnlyList<string>> Rows(IReadOnlyList<SourceLine> lines)
    {
        var rows = lines.Where(l => !IsRule(l)).Select(Cells).Where(r => r.Exists(c => c.Length > 0)).ToList();
        var width = rows.Count == 0 ? 1 : rows.Max(r => r.Count);
        return rows.Count == 0 ? [[""]] : [.. rows.Select(r => (IReadOnlyList<string>)[.. r, .. Enumerable.Repeat("", width - r.Count)])];
    }

    private static List<string> Cells(SourceLine line) => line.Text is ['|', .., '|']
        ? [.. line.Text[1..^1].Split('|').Select(c => c.Trim())]
        : [.. Gap().Split(line.Text).Where(c => c.Length > 0)];

    private static bool IsRule(SourceLine line) => line.Text is ['|', .., '|'] && line.Text.Length <= 2000 && Rule().IsMatch(Folding.Squeeze(line.Text));

    [GeneratedRegex(@"^\|[|:\-—=+]*-[|:\-—=+]*\|$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\t+\s*|[ \u00a0]{2,}|\u3000{2,}")]
    private static partial Regex Gap();
}
