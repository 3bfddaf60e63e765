using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Finds page furniture: page numbers and running heads, which belong to no document.</summary>
internal static partial class FurnitureFinder
{
    /// <summary>A line that repeats beside page breaks this often is a running head.</summary>
    private const int FewestRepeats = 3;

    /// <summary>Marks the furniture among the lines from <paramref name="from"/> on.</summary>
    public static bool[] Find(SourceText source, int from, string? gazetteTitle, IReadOnlyList<string> sections)
    {
        var lines = source.Lines;
        var furniture = new bool[lines.Count];
        MarkPageNumbers(lines, from, furniture);
        MarkTitledHeads(lines, from, gazetteTitle, sections, furniture);
        MarkRepeatedHeads(lines, from, furniture);
        MarkContinuedTables(lines, from, furniture);
        return furniture;
    }

    /// <summary>Decorated numbers always; bare ones where the next or the one before is a neighbour, so that table cells stay.</summary>
    private static void MarkPageNumbers(IReadOnlyList<SourceLine> lines, int from, bool[] furniture)
    {
        var numbers = new List<(int Index, int Page)>();
        for (var i = from; i < lines.Count; i++)
        {
            var match = lines[i].Squeezed.Length <= 16 ? PageNumber().Match(lines[i].Squeezed) : Match.Empty;
            if (!match.Success)
            {
                continue;
            }

            var page = int.Parse(match.Groups["page"].ValueSpan);
            if (match.Groups["bare"].Success)
            {
                numbers.Add((i, page));
            }
            else
            {
                furniture[i] = true;
            }
        }

        var inRow = PageNumbers.LongestRun(numbers);
        for (var k = 0; k < numbers.Count; k++)
        {
            var (index, page) = numbers[k];
            var rises = k + 1 < numbers.Count && PageNumbers.Follows(numbers[k], numbers[k + 1]);
            var risen = k > 0 && PageNumbers.Follows(numbers[k - 1], numbers[k]);
            furniture[index] |= lines[index].FollowsPageBreak || (index + 1 < lines.Count && lines[index + 1].FollowsPageBreak)
                || inRow.Contains(index) || ((rises || risen) && IsAlone(lines, index));
        }
    }

    private static bool IsAlone(IReadOnlyList<SourceLine> lines, int index) =>
        (index == 0 || lines[index - 1].IsBlank || lines[index - 1].Squeezed.Length > 4)
        && (index + 1 >= lines.Count || lines[index + 1].IsBlank || lines[index + 1].Squeezed.Length > 4);

    /// <summary>
    /// Lines that are the gazette's title, or its total number, with a year, a number, a page or a section and nothing else. A year
    /// and a number alone can be an announcement's.
    /// </summary>
    private static void MarkTitledHeads(
        IReadOnlyList<SourceLine> lines, int from, string? gazetteTitle, IReadOnlyList<string> sections, bool[] furniture)
    {
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Squeezed.Length is 0 or > 60)
            {
                continue;
            }

            var rest = gazetteTitle is null ? line.Squeezed : line.Squeezed.Replace(gazetteTitle, "", StringComparison.Ordinal);
            if (rest.Length < line.Squeezed.Length)
            {
                foreach (var section in sections)
                {
                    rest = rest.Replace(section, "", StringComparison.Ordinal);
                }
            }

            furniture[i] |= (rest.Length < line.Squeezed.Length || TotalMention().IsMatch(line.Squeezed)) && (HeadRemains().IsMatch(rest) || (rest.Length < line.Squeezed.Length && ContentsLines.TrySection(rest, out _)));
        }
    }

    private static void MarkRepeatedHeads(IReadOnlyList<SourceLine> lines, int from, bool[] furniture)
    {
        var beside = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = from; i < lines.Count; i++)
        {
            if (furniture[i] || lines[i].Squeezed.Length is 0 or > 30 || !IsBesidePageBreak(lines, furniture, i) || IsPartOfADocument(lines[i]))
            {
                continue;
            }

            var key = Digits().Replace(lines[i].Squeezed, "");
            // A formed date at the foot of a page is a date, however many there are.
            if (key.Trim('年', '月', '日').Length < 2)
            {
                continue;
            }

            if (!beside.TryGetValue(key, out var places))
            {
                beside[key] = places = [];
            }

            places.Add(i);
        }

        foreach (var places in beside.Values.Where(p => p.Count >= FewestRepeats))
        {
            places.ForEach(i => furniture[i] = true);
        }
    }

    /// <summary>Documents begin and end on many pages with the same words, which are no running heads.</summary>
    private static bool IsPartOfADocument(SourceLine line) =>
        Titles.IsNumber(line, out _) || Titles.IsRedHead(line.Squeezed) || Titles.IsAgency(line.Squeezed) || line.Squeezed.EndsWith('令')
        || Marker.Of(line.Folded).Kind != MarkerKind.None || Sentence.IsEnded(line.Text)
        || WrittenDate.ReadWhole(line.Squeezed, out _) != WrittenDate.Found.None;

    /// <summary>续表 above the rest of a table says nothing once the table is whole, nor do the names of its columns a second time.</summary>
    private static void MarkContinuedTables(IReadOnlyList<SourceLine> lines, int from, bool[] furniture)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = from; i < lines.Count; i++)
        {
            if (Continued().IsMatch(lines[i].Squeezed.Length <= 30 ? lines[i].Squeezed : ""))
            {
                furniture[i] = true;
                MarkRepeatedHeader(lines, i, seen, furniture);
            }
            else if (lines[i].Squeezed.Length is > 0 and <= 120)
            {
                seen[lines[i].Squeezed] = i;
            }
        }
    }

    private static void MarkRepeatedHeader(IReadOnlyList<SourceLine> lines, int continued, Dictionary<string, int> seen, bool[] furniture)
    {
        const int TableLines = 150;
        for (var (i, header) = (continued + 1, 0); i < lines.Count && header < 3; i++)
        {
            if (lines[i].IsBlank || furniture[i])
            {
                continue;
            }

            if (!seen.TryGetValue(lines[i].Squeezed, out var before) || continued - before > TableLines)
            {
                return;
            }

            furniture[i] = true;
            header++;
        }
    }

    private static bool IsBesidePageBreak(IReadOnlyList<SourceLine> lines, bool[] furniture, int index)
    {
        if (lines[index].FollowsPageBreak || (index + 1 < lines.Count && lines[index + 1].FollowsPageBreak))
        {
            return true;
        }

        for (var step = -3; step <= 3; step++)
        {
            var near = index + step;
            if (step != 0 && near >= 0 && near < lines.Count && furniture[near] && BlankBetween(lines, index, near))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BlankBetween(IReadOnlyList<SourceLine> lines, int a, int b)
    {
        for (var i = Math.Min(a, b) + 1; i < Math.Max(a, b); i++)
        {
            if (!lines[i].IsBlank)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^(?:(?<bare>(?<page>[0-9]{1,3}))|[-—–―─·•.~]{1,3}(?<page>[0-9]{1,3})[-—–―─·•.~]{1,3}|第?(?<page>[0-9]{1,3})页(?:,?共[0-9]{1,3}页)?|(?<page>[0-9]{1,3})/[0-9]{1,3})$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:表[0-9一二三四五六七八九十]{0,3})?\(?(?:续上?表|续前表|接上表)[0-9一二三四五六七八九十]{0,3}\)?$|^\(续\)$")]
    private static partial Regex Continued();

    [GeneratedRegex(@"总第[0-9]{1,4}[号期]")]
    private static partial Regex TotalMention();

    [GeneratedRegex(@"^[《》()\-—–―─·•.~|,0-9〇零一二三四五六七八九十百年第总号期月日页]*$")]
    private static partial Regex HeadRemains();

    [GeneratedRegex(@"[0-9]")]
    private static partial Regex Digits();
}
