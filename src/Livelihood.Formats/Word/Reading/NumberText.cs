using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Writes a count in one of Word's number formats (ECMA-376, 17.18.59).</summary>
internal static class NumberText
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private static readonly (int Value, string Text)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>The count in the format; decimal where the format is not known or has no sign for it.</summary>
    public static string Write(int count, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanCounting"
            => ChineseCounting.Count(count),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => ChineseCounting.Legal(count),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital" => ChineseCounting.Digital(count),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Sign(count, 20, '①') ?? Sign(count - 20, 15, '㉑') ?? count.ToString(),
        "ideographEnclosedCircle" => Sign(count, 10, '㊀') ?? ChineseCounting.Count(count),
        "decimalEnclosedParen" => Sign(count, 20, '⑴') ?? $"({count})",
        "decimalEnclosedFullstop" => Sign(count, 20, '⒈') ?? $"{count}.",
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(count.ToString().Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
        "decimalZero" => count.ToString("00"),
        "ideographTraditional" when count is > 0 and <= 10 => Stems[count - 1].ToString(),
        "ideographZodiac" when count is > 0 and <= 12 => Branches[count - 1].ToString(),
        "lowerLetter" => Letters(count, 'a'),
        "upperLetter" => Letters(count, 'A'),
        "lowerRoman" => RomanOf(count),
        "upperRoman" => RomanOf(count).ToUpperInvariant(),
        _ => count.ToString(),
    };

    private static string? Sign(int count, int most, char first) => count >= 1 && count <= most ? ((char)(first + count - 1)).ToString() : null;

    // After z Word doubles the letter: aa, bb.
    private static string Letters(int count, char first) =>
        count is > 0 and <= 780 ? new string((char)(first + (count - 1) % 26), (count - 1) / 26 + 1) : count.ToString();

    private static string RomanOf(int count)
    {
        if (count is <= 0 or > 3999)
        {
            return count.ToString();
        }

        var text = "";
        foreach (var (value, sign) in Roman)
        {
            for (; count >= value; count -= value)
            {
                text += sign;
            }
        }

        return text;
    }
}
