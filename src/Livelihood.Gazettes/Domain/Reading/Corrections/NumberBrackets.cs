using System.Buffers;
using System.Text.RegularExpressions;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>The brackets around the year of a document number, which are 〔〕 (GB/T 9704-2012, 7.2.5).</summary>
internal static partial class NumberBrackets
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("[(﹝［（【〈<{〔");

    public static void Correct(LineCorrection line)
    {
        if (!line.Raw.Contains('号') || !line.Raw.AsSpan().ContainsAny(Opening))
        {
            return;
        }

        var isAlone = line.Raw.Length <= 48;
        foreach (Match match in Number().Matches(line.Raw))
        {
            Bracket(line, match.Groups["open"], "〔");
            Bracket(line, match.Groups["close"], "〕");
            foreach (Capture digits in match.Groups["digits"].Captures)
            {
                Digits(line, digits);
            }

            foreach (Capture space in match.Groups["space"].Captures)
            {
                if (space.Length == 1 && (line.IsProse || isAlone))
                {
                    line.Replace(space.Index, 1, CorrectionKind.StraySpace, "");
                }
            }
        }
    }

    /// <summary>Between these brackets and 号 there are digits only.</summary>
    private static void Digits(LineCorrection line, Capture digits)
    {
        for (var i = digits.Index; i < digits.Index + digits.Length; i++)
        {
            if (!char.IsAsciiDigit(line.Raw[i]))
            {
                line.Replace(i, 1, CorrectionKind.LookAlike, line.Raw[i] is 'l' or 'I' ? "1" : "0");
            }
        }
    }

    private static void Bracket(LineCorrection line, Group group, string sign) =>
        line.Replace(group.Index, group.Length, CorrectionKind.NumberBracket, sign);

    [GeneratedRegex(@"(?<=[\u4e00-\u9fffA-Za-z] ?)(?<open>[\[(﹝［（【〈<{〔])(?<space> ?)(?<digits>[12][0-9OolI]{3}|[5-9][0-9])(?<space> ?)(?<close>[\])﹞］）】〉>}〕])(?<space> ?)第?(?<space> ?)(?<digits>[0-9OolI]{1,5})(?<space> ?)号")]
    private static partial Regex Number();
}
