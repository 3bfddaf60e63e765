using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Reads the masthead out of its lines, which may stand between those of the contents.</summary>
internal static class MastheadReader
{
    private static readonly string[] PublisherLabels = ["主办", "主办单位", "编辑出版", "编印", "编印单位", "编辑", "主管", "主管单位", "出版"];
    private static readonly string[] DateLabels = ["出版日期", "出刊日期", "出版时间", "发行日期"];

    /// <summary>The title alone, which the search for furniture needs first.</summary>
    public static string? Title(IEnumerable<SourceLine> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string? before = null;
        foreach (var line in lines.Where(l => !l.IsBlank))
        {
            var title = MastheadLines.GazetteTitle(line.Squeezed)
                ?? (line.Squeezed is "公报" or "公报目录" && before is not null && MastheadLines.GazetteTitle(before + "公报") is { } joined ? joined : null);
            if (title is not null)
            {
                counts[title] = counts.GetValueOrDefault(title) + 1;
            }

            before = line.Squeezed;
        }

        return counts.Count == 0 ? null : counts.OrderByDescending(c => c.Value).First().Key;
    }

    public static Masthead Read(IReadOnlyList<SourceLine> printed, string? title)
    {
        List<SourceLine> lines = [.. printed.SelectMany(MastheadLines.Labelled)];
        var fields = new List<MastheadField>();
        var board = new List<BoardMember>();
        int? year = null, number = null, total = null, yearAlone = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var (y, n, t) = MastheadLines.Numbers(lines[i].Squeezed);
            (number, year) = n is not null && number is null ? (n, y ?? year) : (number, year);
            total ??= t;
            yearAlone ??= y;
            if (MastheadLines.TryLabel(lines[i], out var label, out var value))
            {
                var end = Following(lines, i, value.Length == 0);
                if (MastheadLines.IsRole(label) && !IsOffice(value))
                {
                    board.AddRange(Names(label, value, lines[i].Number));
                    for (var k = i + 1; k < lines.Count && !MastheadLines.Begins(lines[k].Squeezed); k++)
                    {
                        board.AddRange(Names(label, lines[k].Text, lines[k].Number));
                    }
                }
                else
                {
                    var text = SourceText.Clean(value + string.Concat(lines.Skip(i + 1).Take(end - i).Select(l => l.Text)));
                    fields.Add(new(label, text, lines[i].Span.Through(lines[end].Span)));
                }
            }
        }

        var published = PublishedOn(fields, lines);
        return new(
            title, year ?? yearAlone ?? published?.Year, number, total, published,
            PublisherLabels.Select(l => fields.Find(f => f.Label == l)?.Value).FirstOrDefault(v => !string.IsNullOrEmpty(v)), fields, board);
    }

    /// <summary>The last line of a value: lines right below it belong to it; after an empty label also one that stands apart.</summary>
    private static int Following(List<SourceLine> lines, int label, bool isEmpty)
    {
        var end = label;
        while (end + 1 < lines.Count && end - label < 3 && !MastheadLines.TryLabel(lines[end + 1], out _, out _)
            && !MastheadLines.IsNumberLine(lines[end + 1].Squeezed)
            && (lines[end + 1].Index == lines[end].Index + 1 || (isEmpty && end - label < 2)))
        {
            end++;
        }

        return end;
    }

    /// <summary>编辑：某某公报编辑部 names an office, no person.</summary>
    private static bool IsOffice(string value) => value.EndsWith('部') || value.EndsWith('室') || value.Contains('报', StringComparison.Ordinal);

    private static DateOnly? PublishedOn(List<MastheadField> fields, List<SourceLine> lines)
    {
        foreach (var field in fields.Where(f => DateLabels.Contains(f.Label)))
        {
            if (WrittenDate.ReadFirst(Folding.Squeeze(Folding.Fold(field.Value)), out var labelled) == WrittenDate.Found.Date)
            {
                return labelled;
            }
        }

        foreach (var line in lines)
        {
            if (WrittenDate.ReadFirst(line.Squeezed, out var date) == WrittenDate.Found.Date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Names on a line; a name of two characters is often printed with a space inside.</summary>
    private static IEnumerable<BoardMember> Names(string role, string text, int line)
    {
        var pending = "";
        foreach (var word in text.Split([' ', '\u3000', '\t', '\u00a0', '、', '，', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is ['(' or '（', ..])
            {
                continue;
            }

            if (word.Length == 1 && pending.Length == 0)
            {
                pending = word;
                continue;
            }

            yield return new(role, pending + word, line);
            pending = "";
        }
    }
}
