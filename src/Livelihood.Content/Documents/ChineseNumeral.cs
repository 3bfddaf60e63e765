namespace Livelihood.Content.Documents;

/// <summary>Whole numbers as Chinese documents write them: <c>56</c>, <c>５６</c>, <c>五十六</c>, <c>一九九五</c>, <c>廿三</c>.</summary>
public static class ChineseNumeral
{
    /// <summary>Characters that a written number can be made of, besides ASCII and full-width digits.</summary>
    public const string Characters = "〇零○一二三四五六七八九十百千两廿卅";

    /// <summary>Reads <paramref name="text"/> as a number from 0 to 999,999; spaces are ignored. False when it is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        Span<char> kept = stackalloc char[12];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            if (length == kept.Length)
            {
                return false;
            }

            kept[length++] = character;
        }

        return length > 0 && (TryPositional(kept[..length], out value) || TryMultiplicative(kept[..length], out value));
    }

    /// <summary>The value of a single digit in any of the scripts, or -1.</summary>
    public static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= '０' and <= '９' => character - '０',
        '〇' or '零' or '○' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static bool TryPositional(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length > 6)
        {
            return false;
        }

        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit < 0)
            {
                return false;
            }

            value = value * 10 + digit;
        }

        return true;
    }

    private static bool TryMultiplicative(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var pending = -1;
        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit >= 0)
            {
                if (pending > 0)
                {
                    return false;
                }

                pending = digit;
                continue;
            }

            (int Times, int Unit) factor = character switch
            {
                '十' => (1, 10),
                '廿' => (2, 10),
                '卅' => (3, 10),
                '百' => (1, 100),
                '千' => (1, 1000),
                _ => (0, 0),
            };
            if (factor.Unit == 0 || (factor.Times > 1 && pending > 0))
            {
                return false;
            }

            value += (pending > 0 ? pending : factor.Times) * factor.Unit;
            pending = -1;
        }

        value += Math.Max(pending, 0);
        return true;
    }
}
