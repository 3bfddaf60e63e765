namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Half-width punctuation beside Chinese characters. Decimals, times, ratios and Latin text have none beside their marks.</summary>
internal static class Punctuation
{
    public static void Correct(LineCorrection line)
    {
        for (var i = 0; i < line.Raw.Length; i++)
        {
            if (line.IsClaimed(i))
            {
                continue;
            }

            var after = line.Raw[i] switch
            {
                '｡' => "。",
                '､' => "、",
                '｢' => "「",
                '｣' => "」",
                ',' when IsBesideChinese(line, i) => "，",
                ';' when IsBesideChinese(line, i) => "；",
                '!' when IsAfterChinese(line, i) => "！",
                '?' when IsAfterChinese(line, i) => "？",
                ':' when IsColon(line, i) => "：",
                '.' when IsStop(line, i) => "。",
                '-' when IsDash(line, i) => "——",
                _ => null,
            };
            if (after is not null)
            {
                line.Replace(i, after.Length == 2 ? 2 : 1, CorrectionKind.Punctuation, after);
            }
        }
    }

    private static bool IsBesideChinese(LineCorrection line, int at)
    {
        var (before, after) = (line.At(line.Left(at)), line.At(line.Right(at)));
        return before != '\0'
            ? Signs.IsChinese(before) || (after == '\0' && line.HasHan && before is not (',' or ';' or '.' or '-')) || (Signs.IsHan(after) && before is not (',' or ';' or '.'))
            : Signs.IsHan(after);
    }

    private static bool IsAfterChinese(LineCorrection line, int at) => Signs.IsChinese(line.At(line.Left(at)));

    private static bool IsColon(LineCorrection line, int at)
    {
        var (before, after) = (line.At(line.Left(at)), line.At(line.Right(at)));
        return Signs.IsHan(before) || before is '）' or ')' or '》' or '”' or '〕' || (char.IsAsciiDigit(before) && Signs.IsHan(after));
    }

    /// <summary>At the end of a sentence only: a point inside can be a name's or an item's.</summary>
    private static bool IsStop(LineCorrection line, int at)
    {
        var before = line.At(at - 1);
        if (!(Signs.IsHan(before) || before is '）' or '”' or '》' or '％' or '%') || line.At(at + 1) == '.' || IsItemNumber(line, at))
        {
            return false;
        }

        var right = line.Right(at);
        var after = line.At(right);
        return after == '\0' || after is '”' or '）' or '\u3000'
            ? line.IsProse || line.Raw.Length >= 12 || (line.HasHalfWidthStops && line.Raw.Length >= 4)
            : line.IsProse && (Signs.IsHan(after) || after is '（' or '(' or '“') && (line.HasHalfWidthStops || HasHalfWidthMark(line));
    }

    /// <summary>一. at the beginning of a line.</summary>
    private static bool IsItemNumber(LineCorrection line, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (!Signs.IsChineseDigit(line.Raw[i]) && line.Raw[i] is not ('十' or '百'))
            {
                return line.Raw[i] is ' ' or '\u3000' or '\t' && line.Raw.AsSpan(0, i).IsWhiteSpace();
            }
        }

        return true;
    }

    private static bool HasHalfWidthMark(LineCorrection line)
    {
        for (var i = 1; i < line.Raw.Length; i++)
        {
            if (line.Raw[i] is ',' or ';' && Signs.IsHan(line.Raw[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two hyphens, no more, between Chinese characters.</summary>
    private static bool IsDash(LineCorrection line, int at) =>
        line.At(at + 1) == '-' && line.At(at + 2) != '-' && line.At(at - 1) != '-' && Signs.IsChinese(line.At(at + 2))
        && (Signs.IsChinese(line.At(at - 1)) || line.Raw.AsSpan(0, at).IsWhiteSpace());
}
