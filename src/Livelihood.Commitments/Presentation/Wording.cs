using Livelihood.Commitments.Domain;

namespace Livelihood.Commitments.Presentation;

/// <summary>How the commitments' values are written on pages.</summary>
public static class Wording
{
    private static readonly string[] Ordinals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>一、 二、 … 十二、 as the plan numbers its commitments; from 1 to 99.</summary>
    public static string Ordinal(int number) => number switch
    {
        < 1 or > 99 => number.ToString(),
        < 10 => Ordinals[number],
        < 20 => "十" + (number % 10 == 0 ? "" : Ordinals[number % 10]),
        _ => Ordinals[number / 10] + "十" + (number % 10 == 0 ? "" : Ordinals[number % 10]),
    };

    /// <summary>A standing in words.</summary>
    public static string Of(Standing standing) => standing switch
    {
        Standing.Met => "已达到目标",
        Standing.HalfOrMore => "完成一半以上",
        Standing.BelowHalf => "完成不到一半",
        Standing.NotComparable => "有数字，不能算占比",
        _ => "没有报数字",
    };

    /// <summary>The theme's tag for a standing; the words say the same.</summary>
    public static string TagOf(Standing standing) => standing switch
    {
        Standing.Met => "govuk-tag--green",
        Standing.HalfOrMore => "govuk-tag--blue",
        Standing.BelowHalf => "govuk-tag--yellow",
        _ => "govuk-tag--grey",
    };

    /// <summary>A quantity without needless zeros.</summary>
    public static string Quantity(decimal quantity, string unit) => $"{quantity:0.######}{unit}";

    /// <summary>The day up to which a report counts; only year and month where the source gives no day.</summary>
    public static string AsOf(ProgressReport report) => report.IsDayStated
        ? $"{report.AsOf.Year}年{report.AsOf.Month}月{report.AsOf.Day}日"
        : $"{report.AsOf.Year}年{report.AsOf.Month}月";

    /// <summary>The same for the datetime attribute.</summary>
    public static string AsOfIso(ProgressReport report) => report.AsOf.ToString(report.IsDayStated ? "yyyy-MM-dd" : "yyyy-MM");
}
