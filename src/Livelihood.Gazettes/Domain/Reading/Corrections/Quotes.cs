namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Straight quotation marks around Chinese text, in pairs of one line.</summary>
internal static class Quotes
{
    public static void Correct(LineCorrection line)
    {
        Correct(line, '"', "“", "”");
        Correct(line, '\'', "‘", "’");
    }

    private static void Correct(LineCorrection line, char sign, string open, string close)
    {
        var first = line.Raw.IndexOf(sign);
        if (first < 0 || line.Raw.AsSpan().Count(sign) % 2 != 0)
        {
            return;
        }

        while (first >= 0)
        {
            var second = line.Raw.IndexOf(sign, first + 1);
            if (second < 0)
            {
                return;
            }

            if (IsChinese(line.Raw.AsSpan(first + 1, second - first - 1)))
            {
                line.Replace(first, 1, CorrectionKind.Punctuation, open);
                line.Replace(second, 1, CorrectionKind.Punctuation, close);
            }

            first = line.Raw.IndexOf(sign, second + 1);
        }
    }

    private static bool IsChinese(ReadOnlySpan<char> inside)
    {
        foreach (var c in inside)
        {
            if (Signs.IsHan(c))
            {
                return true;
            }
        }

        return false;
    }
}
