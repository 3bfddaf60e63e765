using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Livelihood.Content.Documents;

/// <summary>How document numbers are written. Texts are folded first, one character for one, so that positions stay.</summary>
internal static partial class DocumentNumberGrammar
{
    private const int LongestWhole = 64;
    private const int LongestCode = 12;

    /// <summary>Words that may stand before an agency code in a sentence and are no part of it; none occurs inside a code.</summary>
    private static readonly string[] Leads =
    [
        "转发", "印发", "下发", "根据", "按照", "依照", "依据", "遵照", "参照", "执行", "贯彻", "落实", "废止", "修订", "修改",
        "发布", "公布", "以及", "见", "按", "与", "及", "的", "了", "在", "对", "由", "为", "是", "或", "以", "号", "据",
    ];

    /// <summary>Orders and announcements are numbered in series named after what they are.</summary>
    public static bool IsSeries(ReadOnlySpan<char> code) =>
        code is [_, .., '令'] or [_, .., '公' or '通', '告'];

    public static bool TryReadWhole(string? text, [NotNullWhen(true)] out DocumentNumberQuery? parts)
    {
        parts = null;
        if (text is null || text.Length > LongestWhole)
        {
            return false;
        }

        // Runs of spaces say nothing and would be tried in every way there is to share them out.
        var folded = string.Join(' ', Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (folded.Length > 2 && folded[0] == '[' && folded[^1] == ']')
        {
            folded = folded[1..^1].Trim();
        }

        foreach (var form in (ReadOnlySpan<Regex>)[Dated(), Series(), Undated()])
        {
            var match = form.Match(folded);
            if (match.Success && TryTake(match, out parts))
            {
                return true;
            }
        }

        return false;
    }

    public static IReadOnlyList<DocumentNumberReference> FindAll(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var folded = Fold(text);
        var found = new List<DocumentNumberReference>();
        var floor = 0;
        foreach (Match tail in Tail().Matches(folded))
        {
            var start = CodeStart(folded, tail.Index, floor);
            var code = Squeeze(folded.AsSpan(start, tail.Index - start)).TrimEnd('第');
            if (code.Length == 0 || (!tail.Groups["year"].Success && !IsSeries(code)) || !TryYear(tail.Groups["year"], out var year)
                || !ChineseNumeral.TryParse(tail.Groups["serial"].ValueSpan, out var serial) || serial == 0)
            {
                continue;
            }

            var end = tail.Index + tail.Length;
            found.Add(new(new(Citation(code), year, serial), start, end - start));
            floor = end;
        }

        return found;
    }

    private static bool TryTake(Match match, [NotNullWhen(true)] out DocumentNumberQuery? parts)
    {
        parts = null;
        if (!TryYear(match.Groups["year"], out var year)
            || !ChineseNumeral.TryParse(match.Groups["serial"].ValueSpan, out var serial) || serial == 0)
        {
            return false;
        }

        var code = Citation(Squeeze(match.Groups["code"].ValueSpan).TrimEnd('第'));
        if ((code.Length == 0 && year is null) || (code.Length > LongestCode && !IsSeries(code)))
        {
            return false;
        }

        parts = new(code.Length == 0 ? null : code, year, serial);
        return true;
    }

    /// <summary>No year is fine (orders); a year that is none is not. Two digits are the last century's: 〔95〕.</summary>
    private static bool TryYear(Group group, out int? year)
    {
        year = null;
        if (!group.Success)
        {
            return true;
        }

        if (!ChineseNumeral.TryParse(group.ValueSpan, out var value))
        {
            return false;
        }

        year = value is >= 49 and <= 99 ? 1900 + value : value;
        return year is >= 1949 and <= 2099;
    }

    /// <summary>The state's own orders are cited without the state's name.</summary>
    private static string Citation(string code)
    {
        const string State = "中华人民共和国";
        return code.EndsWith('令') && code.StartsWith(State, StringComparison.Ordinal) && code.Length > State.Length + 1
            ? code[State.Length..]
            : code;
    }

    /// <summary>Goes back from the year over the letters of the code, at most as many as a code has, then drops leading words.</summary>
    private static int CodeStart(string folded, int end, int floor)
    {
        var start = end;
        var longest = IsSeries(folded.AsSpan(0, end)) ? 2 * LongestCode : LongestCode;
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

        var code = folded.AsSpan(start, end - start);
        var cut = 0;
        foreach (var lead in Leads)
        {
            var at = code.LastIndexOf(lead, StringComparison.Ordinal);
            cut = at >= 0 ? Math.Max(cut, at + lead.Length) : cut;
        }

        // 和 begins names of places too; right after another number it joins the two.
        if (cut == 0 && floor > 0 && start == floor && code is ['和', ..])
        {
            cut = 1;
        }

        return start + cut;
    }

    private static bool IsCodeLetter(char c) => c is >= '一' and <= '\u9fff' or >= 'A' and <= 'Z' or >= 'a' and <= 'z';

    private static string Squeeze(ReadOnlySpan<char> text) => string.Concat(text.ToString().Where(c => !char.IsWhiteSpace(c)));

    private static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Fold(source[i]);
        }
    });

    private static char Fold(char c) => c switch
    {
        '〔' or '﹝' or '［' or '[' or '（' or '(' or '【' or '〖' or '〈' or '《' or '<' or '＜' or '{' or '｛' or '⟨' or '❲' => '[',
        '〕' or '﹞' or '］' or ']' or '）' or ')' or '】' or '〗' or '〉' or '》' or '>' or '＞' or '}' or '｝' or '⟩' or '❳' => ']',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '○' or '◯' => '〇',
        _ when char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' => ' ',
        _ => c,
    };

    private const string Code = @"(?<code>[\u4e00-\u9fffA-Za-z ]{0,32}?)";
    private const string Number = @"第?\s*(?<serial>[0-9]{1,5}(?![0-9〇零一二三四五六七八九十百])|[〇零一二三四五六七八九十百]{1,6}(?![0-9〇零一二三四五六七八九十百]))";
    private const string Years = @"(?<year>(?:19|20)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2}|(?<=\[\s*)[5-9][0-9](?=\s*\]))";

    [GeneratedRegex(@"^" + Code + @"\s*(?:第?\s*\[?|\[?\s*第?)\s*" + Years + @"[\s年\]第]+" + Number + @"\s*号?\s*(?:文件?)?\]?$")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?<code>[\u4e00-\u9fffA-Za-z ]{1,32}(?:令|公告|通告))\s*\[?\s*" + Number + @"\s*号?\s*\]?$")]
    private static partial Regex Series();

    [GeneratedRegex(@"^(?<code>[\u4e00-\u9fffA-Za-z ]{1,16}?)\s*" + Number + @"\s*号\s*(?:文件?)?$")]
    private static partial Regex Undated();

    [GeneratedRegex(@"\[\s*(?<year>(?:19|20)[0-9]{2}|[5-9][0-9]|[一二][〇零九][〇零一二三四五六七八九]{2})\s*年?\s*\]\s*" + Number + @"\s*号|(?<=令|公告|通告)\s{0,4}\[?\s{0,4}(?:(?<year>(?:19|20)[0-9]{2})\s{0,4}年\s{0,4})?" + Number + @"\s{0,4}号")]
    private static partial Regex Tail();
}
