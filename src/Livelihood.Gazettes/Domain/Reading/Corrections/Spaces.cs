using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>
/// Single spaces inside Chinese text. Wide gaps, tabs and full-width spaces are layout, and so is what stands in titles, names and
/// tables; only running text, dates standing alone and lines with a space between every two characters lose their spaces.
/// </summary>
internal static class Spaces
{
    /// <summary>Fewer characters can be spread on purpose: 目 录, 总 则, 主 任.</summary>
    private const int FewestSpread = 12;

    public static void Correct(LineCorrection line)
    {
        var first = line.Raw.AsSpan().IndexOfAnyExcept(" \u3000\t\f\u00a0");
        if (first < 0 || line.Raw.IndexOf(' ', first) < 0)
        {
            return;
        }

        var everywhere = line.IsProse || IsDate(line.Raw) || IsSpread(line.Raw, first);
        var mark = everywhere ? MarkEnd(line.Raw, first) : 0;
        for (var i = line.Raw.IndexOf(' ', first); i >= 0; i = line.Raw.IndexOf(' ', i + 1))
        {
            if (i != mark && IsSingle(line, i) && (everywhere ? IsInsideChinese(line, i) : IsBesideMark(line, i)))
            {
                line.Replace(i, 1, CorrectionKind.StraySpace, "");
            }
        }
    }

    private static bool IsSingle(LineCorrection line, int at) =>
        !IsSpace(line.At(at - 1)) && !IsSpace(line.At(at + 1)) && line.At(at + 1) != '\0';

    private static bool IsSpace(char c) => c is ' ' or '\u3000' or '\t' or '\u00a0' or '\f';

    private static bool IsInsideChinese(LineCorrection line, int at)
    {
        var (before, after) = (line.At(at - 1), line.At(at + 1));
        return (IsText(before) && Signs.IsChinese(after)) || (Signs.IsChinese(before) && IsText(after))
            || (IsHalfMark(before) && IsText(after) && WasReplaced(line, at - 1)) || (IsText(before) && IsHalfMark(after) && WasReplaced(line, at + 1))
            || (char.IsAsciiDigit(before) && after == '%');
    }

    /// <summary>Beside full-width punctuation there is no space even in a title.</summary>
    private static bool IsBesideMark(LineCorrection line, int at)
    {
        var (before, after) = (line.At(at - 1), line.At(at + 1));
        return (IsTightMark(line, at - 1, before) && Signs.IsHan(after)) || (IsTightMark(line, at + 1, after) && Signs.IsHan(before));
    }

    private static bool IsTightMark(LineCorrection line, int at, char c) =>
        c is '，' or '、' or '。' or '；' || (IsHalfMark(c) && c is not ':' && WasReplaced(line, at));

    private static bool IsHalfMark(char c) => c is ',' or ';' or ':' or '(' or ')' or '?' or '!' or '.' or '"' or '[' or ']';

    private static bool WasReplaced(LineCorrection line, int at) => line.IsClaimed(at);

    private static bool IsText(char c) => Signs.IsChinese(c) || char.IsAsciiDigit(c) || c is '%' or '+';

    private static bool IsDate(string raw) => raw.Length <= 40 && WrittenDate.ReadWhole(Folding.Squeeze(Folding.Fold(raw)), out _) != WrittenDate.Found.None;

    /// <summary>第一条 and 1. are parted from their text by a space.</summary>
    private static int MarkEnd(string raw, int first)
    {
        var marker = Marker.Of(Folding.Fold(raw.Substring(first, Math.Min(40, raw.Length - first))));
        return marker.Kind is MarkerKind.None ? -1 : first + marker.Length;
    }

    /// <summary>Between nearly every two characters there is one space.</summary>
    private static bool IsSpread(string raw, int first)
    {
        var (characters, gaps) = (0, 0);
        for (var i = first; i < raw.Length; i++)
        {
            characters += IsSpace(raw[i]) ? 0 : 1;
            gaps += raw[i] == ' ' && i > first && i + 1 < raw.Length && !IsSpace(raw[i - 1]) && !IsSpace(raw[i + 1]) ? 1 : 0;
        }

        return characters >= FewestSpread && gaps * 10 >= characters * 7;
    }
}
