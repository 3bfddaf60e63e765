using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Prints numbers, dates and the issue's designation in a house's manner.</summary>
internal static class Forms
{
    public static string Number(House house, NumberTruth number)
    {
        var ordinal = house.OrdinalInNumbers ? "第" : "";
        if (number.IsSeries || number.Year is not { } year)
        {
            return number.Year is null ? $"第{number.Serial}号" : $"{number.Year}年第{number.Serial}号";
        }

        var printed = house.TwoDigitYears && year < 2000 ? (year % 100).ToString() : year.ToString();
        var (open, close) = house.Brackets switch
        {
            BracketForm.Square => ("[", "]"),
            BracketForm.WideSquare => ("［", "］"),
            BracketForm.Round => ("（", "）"),
            BracketForm.SmallTortoise => ("﹝", "﹞"),
            BracketForm.Lenticular => ("【", "】"),
            BracketForm.Mixed => ("〔", "] "),
            _ => ("〔", "〕"),
        };
        return $"{number.Code}{open}{printed}{close}{ordinal}{number.Serial}号";
    }

    public static string Date(House house, DateOnly date) =>
        house.Dates == DateForm.Characters ? ChineseDigits.Date(date, house.Zero) : $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>1995年第3期, or in characters, or of two numbers.</summary>
    public static string Issue(House house, MastheadTruth masthead)
    {
        var year = house.IssueInCharacters ? ChineseDigits.Spelled(masthead.Year) : masthead.Year.ToString();
        var number = Count(masthead.Number);
        return masthead.LastNumber is { } last ? $"{year}年第{number}、{Count(last)}{house.IssueWord}合刊" : $"{year}年第{number}{house.IssueWord}";

        string Count(int count) => house.IssueInCharacters ? ChineseDigits.Counted(count) : count.ToString();
    }

    public static string Total(House house, MastheadTruth masthead)
    {
        var total = house.IssueInCharacters ? ChineseDigits.Counted(masthead.Total) : masthead.Total.ToString();
        return string.Format(house.TotalForm, masthead.LastNumber is null ? total : $"{total}、{masthead.Total + 1}");
    }

    public static string Centred(House house, string text) =>
        house.Pad == '\0' ? text : new string(house.Pad, Math.Max(0, PadCount(house, (house.Width - text.Length) / 2))) + text;

    public static string Right(House house, string text) =>
        house.Pad == '\0' ? text : new string(house.Pad, Math.Max(0, PadCount(house, house.Width - 2 - text.Length))) + text;

    private static int PadCount(House house, int characters) => house.Pad == ' ' ? characters * 2 : characters;
}
