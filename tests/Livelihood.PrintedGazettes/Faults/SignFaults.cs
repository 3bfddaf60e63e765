using System.Text;
using System.Text.RegularExpressions;
using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Setting;

namespace Livelihood.PrintedGazettes.Faults;

/// <summary>Faults of single signs, as recognition (OCR) and typing make them.</summary>
internal static partial class SignFaults
{
    private const string Wide = "，。；：？！（）";
    private const string Half = ",.;:?!()";

    public static readonly IReadOnlyList<Fault> All =
    [
        Signs("half-width punctuation", (text, c) => Each(text, s => Wide.IndexOf(s) is >= 0 and var at && c.Percent(70) ? Half[at] : s)),
        Signs("stray spaces", StraySpaces),
        Signs("full-width digits", (text, _) => Each(text, s => char.IsAsciiDigit(s) ? (char)(s - '0' + '０') : s), LineKind.Text, LineKind.Contents, LineKind.Masthead),
        Signs("digits read as letters", (text, c) => Number().Replace(text, m => Each(m.Value, s => s == '0' && c.Percent(40) ? 'O' : s == '1' && c.Percent(40) ? 'l' : s))),
        Signs("一 read as a dash", (text, c) => CharacterDate().Replace(text, m => Each(m.Value, s => s == '一' && c.Percent(50) ? '—' : s))),
        Signs("formula remains", (text, c) => Formula().Replace(text, m => Remains(m.Value, c))),
    ];

    private static Fault Signs(string name, Func<string, Chance, string> change, params LineKind[] kinds) => new(name)
    {
        Lines = (lines, chance) => lines.Select(l => (kinds.Length == 0 ? l.Kind == LineKind.Text : kinds.Contains(l.Kind)) ? l with { Text = change(l.Text, chance) } : l),
    };

    private static string Each(string text, Func<char, char> change) => string.Create(text.Length, (text, change), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = state.change(state.text[i]);
        }
    });

    /// <summary>One space in forty between two Chinese characters, never in the indent.</summary>
    private static string StraySpaces(string text, Chance chance)
    {
        if (text.Contains('\t') || text.Contains('|') || text.Contains("  "))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (i + 1 < text.Length && IsHan(text[i]) && IsHan(text[i + 1]) && chance.Below(40) == 0)
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }

    private static bool IsHan(char sign) => sign is >= '\u4e00' and <= '\u9fff';

    /// <summary>What programs that read formulas leave: PM_{10}, $12.5\%$, \mathrm{PM}_{10}.</summary>
    private static string Remains(string value, Chance chance) => value[0] == 'P'
        ? chance.Of(["PM_{10}", "$PM_{10}$", "$\\mathrm{PM}_{10}$"])
        : chance.Of([$"${value[..^1]}\\%$", $"${value[..^1]} \\%$", $"{value[..^1]}\\%"]);

    [GeneratedRegex(@"^[　 ]*（?[\u4e00-\u9fff]{2,6}[〔\[［（﹝【](?:19|20)?[0-9]{2}[〕\]］）﹞】] ?第?[0-9]+号）?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"[一二][一二三四五六七八九○〇]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$")]
    private static partial Regex CharacterDate();

    [GeneratedRegex(@"PM10|[0-9]+\.[0-9]%")]
    private static partial Regex Formula();
}
