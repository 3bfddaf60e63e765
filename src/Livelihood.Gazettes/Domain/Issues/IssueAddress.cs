using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Issues;

/// <summary>
/// An issue as a reader asks for it: <c>2019年第6号</c>, <c>2019-6</c>, <c>总第161期</c>, <c>第161号</c>, <c>二〇一九年</c>. What
/// is null was not said.
/// </summary>
/// <param name="Year">The year, or null.</param>
/// <param name="Number">The number in the year; without a year it may as well be the running total number.</param>
/// <param name="Total">The running total number, where it was called so.</param>
public sealed partial record IssueAddress(int? Year, int? Number, int? Total)
{
    private const int Longest = 40;

    /// <summary>Reads what was typed; null where it names no issue and no year.</summary>
    public static IssueAddress? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest)
        {
            return null;
        }

        var text = Folding.Fold(Folding.Squeeze(typed)).Replace('號', '号').Replace('O', '〇').Replace('o', '〇');
        foreach (var form in (ReadOnlySpan<Regex>)[Whole(), TotalNumber(), YearAlone(), NumberAlone()])
        {
            if (form.Match(text) is { Success: true } match && Take(match) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private static IssueAddress? Take(Match match)
    {
        if (!Reads(match.Groups["year"], out var year) || !Reads(match.Groups["number"], out var number) || !Reads(match.Groups["total"], out var total))
        {
            return null;
        }

        return year is null or (>= 1900 and <= 2199) && number is null or > 0 && total is null or > 0 ? new(year, number, total) : null;
    }

    private static bool Reads(Group group, out int? value)
    {
        value = null;
        if (!group.Success)
        {
            return true;
        }

        var isNumber = ChineseNumeral.TryParse(group.ValueSpan, out var read);
        value = read;
        return isNumber;
    }

    private const string Digits = "[0-9〇零一二三四五六七八九十百千]";
    private const string YearText = "(?<year>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})";
    private const string Name = "(?:《?[^0-9《》]*公报》?)?";

    [GeneratedRegex($@"^{Name}{YearText}年?[-—/.、,]?第?(?<number>(?<![0-9]){Digits}{{1,4}}|(?<=[年第/.、,—-]){Digits}{{1,4}})[号期]?(?:\(?总第?(?<total>{Digits}{{1,6}})[号期]?\)?)?$")]
    private static partial Regex Whole();

    [GeneratedRegex($@"^{Name}\(?总第?(?<total>{Digits}{{1,6}})[号期]?\)?$")]
    private static partial Regex TotalNumber();

    [GeneratedRegex($"^{Name}{YearText}年?$")]
    private static partial Regex YearAlone();

    [GeneratedRegex($"^{Name}第?(?<number>{Digits}{{1,5}})[号期]?$")]
    private static partial Regex NumberAlone();
}
