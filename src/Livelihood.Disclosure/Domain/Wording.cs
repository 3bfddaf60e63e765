namespace Livelihood.Disclosure.Domain;

/// <summary>The few Chinese forms that all texts of this module share.</summary>
public static class Wording
{
    /// <summary>2026年2月5日.</summary>
    public static string Day(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>星期四.</summary>
    public static string Weekday(DateOnly date) => "星期" + "日一二三四五六"[(int)date.DayOfWeek];

    /// <summary>2月5日 where the year is the one of the other date, else with its year.</summary>
    public static string DayWithin(DateOnly date, int year) => date.Year == year ? $"{date.Month}月{date.Day}日" : Day(date);

    /// <summary>2026年2月5日, or 2026年2月5日至3月9日 over several days.</summary>
    public static string Range(DateOnly from, DateOnly to) => from == to ? Day(from) : $"{Day(from)}至{DayWithin(to, from.Year)}";
}
