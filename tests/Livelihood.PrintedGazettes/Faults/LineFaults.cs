using System.Text.RegularExpressions;
using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Setting;

namespace Livelihood.PrintedGazettes.Faults;

/// <summary>Faults that happen to lines once the text is set.</summary>
internal static partial class LineFaults
{
    public static readonly IReadOnlyList<Fault> All =
    [
        new("blank line after every line") { Lines = (lines, _) => lines.SelectMany(l => l.Kind == LineKind.Blank ? (SetLine[])[l] : [l, SetLine.Blank]) },
        new("no blank lines") { Lines = (lines, _) => lines.Where(l => l.Kind != LineKind.Blank) },
        new("trailing spaces") { Lines = (lines, c) => lines.Select(l => l with { Text = l.Text + new string(' ', c.Below(4)) }) },
        new("carriage returns") { LineBreak = "\r\n" },
        new("paragraphs run together") { Lines = JoinParagraphs },
        new("bullets before numbered paragraphs") { Lines = (lines, _) => lines.Select(l => l.Kind == LineKind.Text && Item().IsMatch(l.Text) ? l with { Text = "- " + l.Text.Trim() } : l) },
        new("headings marked #") { Lines = (lines, _) => lines.Select(l => l.Kind == LineKind.Text && l.Text.Length < 40 && Heading().IsMatch(l.Text) ? l with { Text = "## " + l.Text.Trim() } : l) },
    ];

    /// <summary>A paragraph that begins with a sign of its own goes on in the line of the one before, one in eight.</summary>
    private static IEnumerable<SetLine> JoinParagraphs(IReadOnlyList<SetLine> lines, Chance chance)
    {
        SetLine? held = null;
        foreach (var line in lines)
        {
            if (held is { Kind: LineKind.Text } && line.Kind == LineKind.Text && held.Document == line.Document && Marker().IsMatch(line.Text.Trim()) && held.Text.TrimEnd().EndsWith('。') && chance.Percent(12))
            {
                held = held with { Text = held.Text + line.Text.Trim() };
                continue;
            }

            if (held is not null)
            {
                yield return held;
            }

            held = line;
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    [GeneratedRegex(@"^[　 ]*（[一二三四五六七八九十]）.*[；。]$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^[　 ]*(?:第[一二三四五六七八九十]章|[一二三四五六七八九十]、)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]、|（[一二三四五六七八九十]）|[1-9]\. )")]
    private static partial Regex Marker();
}
