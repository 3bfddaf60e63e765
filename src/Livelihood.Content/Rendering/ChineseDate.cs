namespace Livelihood.Content.Rendering;

/// <summary>Dates as official texts write them.</summary>
public static class ChineseDate
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>2019年6月11日.</summary>
    public static string Text(this DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>星期二.</summary>
    public static string Weekday(this DateOnly date) => "星期" + Weekdays[(int)date.DayOfWeek];

    /// <summary>2019-06-11, for <c>datetime</c> attributes and lists.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd");
}
