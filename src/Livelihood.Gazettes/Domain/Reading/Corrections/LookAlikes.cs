using System.Buffers;
using System.Text.RegularExpressions;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Signs read for others that look like them, where the place leaves no doubt.</summary>
internal static partial class LookAlikes
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create("○OoＯｏОоlI");

    private static readonly SearchValues<char> Dashes = SearchValues.Create("—–―─－-ー");

    private const string Zeros = "○OoＯｏОо0０";

    public static void Correct(LineCorrection line)
    {
        if (line.Raw.AsSpan().ContainsAny(Suspects))
        {
            foreach (Match match in ChineseYear().Matches(line.Raw))
            {
                Zero(line, match, "〇");
            }

            foreach (Match match in ChineseNumber().Matches(line.Raw))
            {
                Zero(line, match, "〇");
            }

            foreach (Match match in DigitRun().Matches(line.Raw))
            {
                Digits(line, match);
            }
        }

        if (line.Raw.AsSpan().ContainsAny(Dashes))
        {
            foreach (Match match in One().Matches(line.Raw))
            {
                line.Replace(match.Index, match.Length, CorrectionKind.LookAlike, "一");
            }
        }

        foreach (Match match in BrokenYear().Matches(line.Raw))
        {
            if (match.Length - match.Groups["year"].Value.Count(c => c == ' ') == 4)
            {
                line.Replace(match.Index + match.Value.IndexOf(' '), 1, CorrectionKind.StraySpace, "");
            }
        }
    }

    private static void Zero(LineCorrection line, Match match, string zero)
    {
        for (var i = match.Index; i < match.Index + match.Length; i++)
        {
            if (Zeros.Contains(line.Raw[i]))
            {
                line.Replace(i, 1, CorrectionKind.LookAlike, zero);
            }
        }
    }

    private static void Digits(LineCorrection line, Match match)
    {
        for (var i = match.Index; i < match.Index + match.Length; i++)
        {
            if (!char.IsAsciiDigit(line.Raw[i]))
            {
                line.Replace(i, 1, CorrectionKind.LookAlike, line.Raw[i] is 'l' or 'I' ? "1" : "0");
            }
        }
    }

    /// <summary>二OO八年: four digits and 年, one of them at least Chinese.</summary>
    [GeneratedRegex(@"(?<![一-九〇零])[一二](?=[一二三四五六七八九〇○OoＯｏОо0０]{3}年)[一二三四五六七八九〇○OoＯｏОо0０]{3}(?=年)")]
    private static partial Regex ChineseYear();

    /// <summary>—九九二年, 年—月, 十—日, （—）, 第—条, and —、 at the beginning of a line: 一 read as a dash.</summary>
    [GeneratedRegex(@"(?<![一-龥〇—–―─－\-ー])[—–―─－\-ー](?=[九][〇零○一二三四五六七八九]{2}年)|(?<=[年月十廿])[—–―─－\-ー](?=[月日])|(?<=[（(])[—–―─－ー](?=[)）])|(?<=第)[—–―─－ー](?=[章节条款期号编])|(?<=^\s*)[—–―─－ー](?=、)")]
    private static partial Regex One();

    /// <summary>一○五: a circle between Chinese digits.</summary>
    [GeneratedRegex(@"(?<=[一二三四五六七八九百千〇])[○Ｏ]+(?=[一二三四五六七八九])")]
    private static partial Regex ChineseNumber();

    /// <summary>2O19, 1l0: letters between digits, or one at the end before what can only follow a number.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9\-_/.#\\])[0-9]+(?:[OolI]+[0-9]+)+(?![A-Za-z0-9\-_/])|(?<![A-Za-z0-9\-_/.#\\])[0-9]+[Oo]+(?=[年月日号万亿元个%％])|(?<![A-Za-z0-9\-_/.#\\])[lI][0-9]+(?=[年月日号万亿元个%％])")]
    private static partial Regex DigitRun();

    /// <summary>20 19年.</summary>
    [GeneratedRegex(@"(?<![0-9.])(?<year>(?:19 [0-9]{2}|20 [0-9]{2}|[12] [09][0-9]{2}|(?:19|20)[0-9] [0-9]))(?= ?年)")]
    private static partial Regex BrokenYear();
}
