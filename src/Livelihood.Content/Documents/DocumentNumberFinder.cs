using System.Text.RegularExpressions;

namespace Livelihood.Content.Documents;

/// <summary>
/// Finds document numbers inside running texts. A number is known by its end, the year in brackets with a serial and 号, or a
/// series with one; from there it goes back over the agency's code. What has no code of its own is none: dates, sums, articles,
/// cases of courts (〔2019〕云12民初8号), licences and telephone numbers lack one of the three.
/// </summary>
internal static partial class DocumentNumberFinder
{
    private const int MostListed = 200;

    /// <summary>Words that may stand before an agency code in a sentence and are no part of it; none occurs inside a code.</summary>
    private static readonly string[] Leads =
    [
        "转发", "印发", "下发", "根据", "按照", "依照", "依据", "遵照", "参照", "执行", "贯彻", "落实", "废止", "修订", "修改",
        "发布", "公布", "以及", "见", "按", "与", "及", "的", "了", "在", "对", "由", "为", "是", "或", "以", "号", "据",
        "施行", "实施", "停止", "包括", "其中", "关于", "现将", "代替", "替代", "取代", "结合", "收到", "如", "即",
    ];

    /// <summary>Ends of agencies' full names, which codes do not contain: 国务院办公厅国办发〔2019〕8号.</summary>
    private static readonly string[] Names = ["政府", "办公厅", "办公室", "委员会", "国务院"];

    public static IReadOnlyList<DocumentNumberReference> FindAll(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var folded = DocumentNumberGrammar.Fold(text);
        var found = new List<DocumentNumberReference>();
        var floor = 0;
        foreach (Match tail in Tail().Matches(folded))
        {
            if (tail.Index < floor || !DocumentNumberGrammar.TryYear(tail.Groups["year"], out var year) || !TrySerial(tail, out var serial))
            {
                continue;
            }

            var kind = tail.Groups["kind"].Value;
            var start = CodeStart(folded, tail.Index, floor, isSeries: kind.Length > 0);
            var code = DocumentNumberGrammar.Squeeze(folded.AsSpan(start, tail.Index - start)).TrimEnd('第');
            if (code.Length == 0 && kind.Length == 0 && year is not null && Follows(folded, found, tail.Index))
            {
                (code, start) = (found[^1].Number.AgencyCode, tail.Index);
            }

            code = DocumentNumberGrammar.Citation(code + kind);
            if (code.Length <= kind.Length || (year is null && !DocumentNumberGrammar.IsSeries(code)))
            {
                continue;
            }

            floor = kind.Length > 0
                ? Take(found, new(code, year, serial), start, tail.Index + tail.Length)
                : TakeList(folded, found, new(code, year, serial), start, tail);
        }

        return found;
    }

    /// <summary>See <see cref="DocumentNumber.FindTyped"/>: a code stands right before the year, as far back as its letters go.</summary>
    public static IReadOnlyList<TypedNumber> FindTyped(string text)
    {
        var folded = DocumentNumberGrammar.Fold(text);
        var found = new List<TypedNumber>();
        var floor = 0;
        foreach (Match tail in TypedTail().Matches(folded))
        {
            if (!DocumentNumberGrammar.TryYear(tail.Groups["year"], out var year) || !TrySerial(tail, out var serial))
            {
                continue;
            }

            var isAlone = tail.Index == floor || folded[tail.Index - 1] == ' ';
            var start = isAlone ? tail.Index : CodeStart(folded, tail.Index, floor, isSeries: false);
            var code = folded[start..tail.Index].TrimEnd('第');
            if (code.Length <= DocumentNumberGrammar.LongestCode)
            {
                floor = tail.Index + tail.Length;
                found.Add(new(new(code.Length == 0 ? null : code, year, serial), start, floor - start));
            }
        }

        return found;
    }

    private static int Take(List<DocumentNumberReference> found, DocumentNumber number, int start, int end)
    {
        found.Add(new(number, start, end - start));
        return end;
    }

    /// <summary>
    /// Takes the number and those listed after it: 207号、208号; 207、209号; 207号至210号. A serial counts once a 号 closes it.
    /// Returns where the last one ends.
    /// </summary>
    private static int TakeList(string folded, List<DocumentNumberReference> found, DocumentNumber first, int start, Match tail)
    {
        var open = new List<DocumentNumberReference> { new(first, start, tail.Index + tail.Length - start) };
        var (at, closed) = (tail.Index + tail.Length, tail.Groups["mark"].Success);
        var end = at;
        for (var i = 0; i < MostListed; i++)
        {
            if (closed)
            {
                found.AddRange(open);
                open.Clear();
                end = at;
            }

            if (Listed().Match(folded, at) is not { Success: true } next || !TrySerial(next, out var serial))
            {
                break;
            }

            var own = next.Groups["own"].Index;
            at = next.Index + next.Length;
            closed = next.Groups["mark"].Success;
            open.Add(new(first with { Serial = serial }, own, at - own));
        }

        return end;
    }

    private static bool TrySerial(Match match, out int serial) =>
        ChineseNumeral.TryParse(match.Groups["serial"].ValueSpan, out serial) && serial > 0;

    /// <summary>Whether only a sign of enumeration stands between the last number and this place.</summary>
    private static bool Follows(string folded, List<DocumentNumberReference> found, int at)
    {
        if (found.Count == 0)
        {
            return false;
        }

        var between = folded.AsSpan(found[^1].Start + found[^1].Length, at - found[^1].Start - found[^1].Length).Trim();
        return between is "、" or "," or "和" or "及" or "与" or "以及";
    }

    /// <summary>Goes back from the year over the letters of the code, at most as many as a code has, then drops leading words.</summary>
    private static int CodeStart(string folded, int end, int floor, bool isSeries)
    {
        isSeries |= DocumentNumberGrammar.IsSeries(folded.AsSpan(0, end));
        var start = end;
        var longest = (isSeries ? 2 : 1) * DocumentNumberGrammar.LongestCode;
        var letters = 0;
        for (var i = end - 1; i >= floor && letters <= longest; i--)
        {
            if (IsCodeLetter(folded[i]))
            {
                letters++;
                start = i;
            }
            else if (folded[i] != ' ' || i != end - 1)
            {
                break;
            }
        }

        return start + Lead(folded, start, end, floor, isSeries);
    }

    /// <summary>How many of the letters belong to the sentence before the code.</summary>
    private static int Lead(string folded, int start, int end, int floor, bool isSeries)
    {
        var code = folded.AsSpan(start, end - start);
        var cut = 0;
        foreach (var lead in Leads)
        {
            var at = code.LastIndexOf(lead, StringComparison.Ordinal);
            cut = at >= 0 ? Math.Max(cut, at + lead.Length) : cut;
        }

        foreach (var name in isSeries ? [] : Names)
        {
            var at = code.LastIndexOf(name, StringComparison.Ordinal);
            cut = at >= 0 && at + name.Length < code.TrimEnd().Length ? Math.Max(cut, at + name.Length) : cut;
        }

        // 和 begins names of places too; right after another number it joins the two. 年, 月 and 日 after a digit end a date.
        var isJoined = floor > 0 && start == floor && code is ['和', ..];
        var isDate = start > 0 && ChineseNumeral.Digit(folded[start - 1]) >= 0 && code is ['年' or '月' or '日', ..];
        return cut == 0 && (isJoined || isDate) ? 1 : cut;
    }

    private static bool IsCodeLetter(char c) => c is >= '一' and <= '\u9fff' or >= 'A' and <= 'Z' or >= 'a' and <= 'z';

    private const string Serial = DocumentNumberGrammar.Number;
    private const string FullYear = DocumentNumberGrammar.FullYear;

    [GeneratedRegex(
        @"\[\s{0,4}(?<year>" + FullYear + "|" + DocumentNumberGrammar.ShortYear + @")\s{0,4}年?\s{0,4}\]\s{0,4}" + Serial + @"(?<mark>\s{0,4}号)?"
        + @"|(?<=令|公告|通告)\s{0,4}\[?\s{0,4}(?:(?<year>" + FullYear + @")\s{0,4}年\s{0,4})?" + Serial + @"(?<mark>\s{0,4}号)"
        + @"|(?:(?<year>" + FullYear + @")\s{0,4}年\s{0,4})?(?=第)" + Serial + @"\s{0,4}号\s{0,4}(?<kind>令|公告(?!栏|牌)|通告(?!栏|牌))")]
    private static partial Regex Tail();

    [GeneratedRegex(@"(?<![0-9])(?<year>" + FullYear + @")(?:\s?年\s?第?|\s?第|\s|-(?!0))\s?" + Serial + @"\s?号(?!令|公告|通告|" + Counted + @")(?:文件|文)?")]
    private static partial Regex TypedTail();

    /// <summary>What is counted with 号 besides documents.</summary>
    private const string Counted = "[楼线院井馆门机船车库坝桥路洞]";

    // What is counted otherwise is not taken for a document: 云政〔2016〕207号、3号楼.
    [GeneratedRegex(@"\G\s{0,4}(?:、|,|以及|和|及|与|至|到|-{1,2}|~)\s{0,4}(?<own>" + Serial + @"(?<mark>\s{0,4}号(?!" + Counted + @"))?)")]
    private static partial Regex Listed();
}
