using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Livelihood.Content.Documents;

/// <summary>How document numbers are written. Texts are folded first, one character for one, so that positions stay.</summary>
internal static partial class DocumentNumberGrammar
{
    private const int LongestWhole = 64;
    internal const int LongestCode = 12;

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

        foreach (var form in (ReadOnlySpan<Regex>)[Dated(), Series(), SeriesAfter(), Undated()])
        {
            var match = form.Match(folded);
            if (match.Success && TryTake(match, out parts))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryTake(Match match, [NotNullWhen(true)] out DocumentNumberQuery? parts)
    {
        parts = null;
        if (!TryYear(match.Groups["year"], out var year)
            || !ChineseNumeral.TryParse(match.Groups["serial"].ValueSpan, out var serial) || serial == 0)
        {
            return false;
        }

        var code = Citation(Squeeze(match.Groups["code"].ValueSpan).TrimEnd('第') + match.Groups["kind"].Value);
        if ((code.Length == 0 && year is null) || (code.Length > LongestCode && !IsSeries(code)))
        {
            return false;
        }

        parts = new(code.Length == 0 ? null : code, year, serial);
        return true;
    }

    /// <summary>No year is fine (orders); a year that is none is not. Two digits are the last century's: 〔95〕.</summary>
    internal static bool TryYear(Group group, out int? year)
    {
        year = null;
        if (!group.Success)
        {
            return true;
        }

        // 二OO九: the letter is what typists took for the zero.
        var written = group.Value.Replace('O', '〇').Replace('o', '〇');
        if (!ChineseNumeral.TryParse(written, out var value))
        {
            return false;
        }

        year = value is >= 49 and <= 99 ? 1900 + value : value;
        return year is >= 1949 and <= 2099;
    }

    /// <summary>The state's own orders are cited without the state's name.</summary>
    internal static string Citation(string code)
    {
        const string State = "中华人民共和国";
        return code.EndsWith('令') && code.StartsWith(State, StringComparison.Ordinal) && code.Length > State.Length + 1
            ? code[State.Length..]
            : code;
    }

    internal static string Squeeze(ReadOnlySpan<char> text) => string.Concat(text.ToString().Where(c => !char.IsWhiteSpace(c)));

    internal static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
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
        '號' => '号',
        '–' or '—' or '－' or '‐' or '‑' or '−' or '―' => '-',
        _ when char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' => ' ',
        _ => c,
    };

    private const string Code = @"(?<code>[\u4e00-\u9fffA-Za-z ]{0,32}?)";

    /// <summary>A serial, in digits or in Chinese numerals; <c>第</c> may stand before it.</summary>
    internal const string Number =
        @"第?\s{0,4}(?<serial>[0-9]{1,5}(?![0-9〇零一二三四五六七八九十百千])|[〇零一二三四五六七八九十百千]{1,9}(?![0-9〇零一二三四五六七八九十百千]))";

    /// <summary>A year of four digits or Chinese numerals, the letter O for zero among them.</summary>
    internal const string FullYear = "(?:19|20)[0-9]{2}|[一二][〇零九Oo][〇零Oo一二三四五六七八九]{2}";

    /// <summary>A year of two digits, of the last century.</summary>
    internal const string ShortYear = "[5-9][0-9]|[五六七八九][〇零一二三四五六七八九]";

    private const string Years = $@"(?<year>{FullYear}|(?<=\[\s*)(?:{ShortYear})(?=\s*\]))";

    [GeneratedRegex(@"^" + Code + @"\s*(?:第?\s*\[?|\[?\s*第?)\s*" + Years + @"(?:[\s年\]第]+|\s*-\s*(?!0))" + Number + @"\s*号?\s*(?:文件?)?\]?$")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?<code>[\u4e00-\u9fffA-Za-z ]{1,32}(?:令|公告|通告))\s*\[?\s*" + Number + @"\s*号?\s*\]?$")]
    private static partial Regex Series();

    [GeneratedRegex(@"^(?<code>[\u4e00-\u9fffA-Za-z ]{2,32}?)\s*\[?(?:(?<year>" + FullYear + @")\s*年\s*)?(?=第)" + Number + @"\s*号\]?\s*(?<kind>令|公告|通告)$")]
    private static partial Regex SeriesAfter();

    [GeneratedRegex(@"^(?<code>[\u4e00-\u9fffA-Za-z ]{1,16}?)\s*" + Number + @"\s*号\s*(?:文件?)?$")]
    private static partial Regex Undated();
}
