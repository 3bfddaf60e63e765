using System.Globalization;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>A figure of tables two and four, which the register does not know: people type it, and say where it is from.</summary>
/// <param name="Key">Its key; stored, and never changed.</param>
/// <param name="Table">2 or 4.</param>
/// <param name="Group">What it belongs to: 规章, 行政复议 ….</param>
/// <param name="Label">Which of its figures.</param>
/// <param name="IsMoney">Whether it is an amount in 万元 rather than a number of things.</param>
public sealed record TypedFigure(string Key, int Table, string Group, string Label, bool IsMoney = false)
{
    private const decimal Most = 9_999_999_999;
    private const int MoneyDigits = 6;

    private static readonly (string Key, string Label)[] s_results = [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结")];

    /// <summary>The groups of table four, in the form's order.</summary>
    public static readonly IReadOnlyList<(string Key, string Label)> Disputes = [("review", "行政复议"), ("suit_direct", "未经复议直接起诉"), ("suit_after", "复议后起诉")];

    /// <summary>All of them, in the form's order.</summary>
    public static readonly IReadOnlyList<TypedFigure> All =
    [
        .. new[] { ("rules", "规章"), ("norms", "行政规范性文件") }.SelectMany(kind => new[] { ("made", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数") }
            .Select(count => new TypedFigure($"{kind.Item1}_{count.Item1}", 2, kind.Item2, count.Item2))),
        new("permits", 2, "行政许可", "本年处理决定数量"),
        new("penalties", 2, "行政处罚", "本年处理决定数量"),
        new("coercions", 2, "行政强制", "本年处理决定数量"),
        new("fees", 2, "行政事业性收费", "本年收费金额（单位：万元）", IsMoney: true),
        .. Disputes.SelectMany(dispute => s_results.Select(result => new TypedFigure($"{dispute.Key}_{result.Key}", 4, dispute.Label, result.Label))),
    ];

    /// <summary>What last year's report carried out, where it was not written here; in no table of this one.</summary>
    public static readonly TypedFigure LastOut = new("last_out", 3, "上年报告的结转", "结转下年度继续办理，总计");

    /// <summary>Reads what was typed: digits of either width, with or without separators.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="mistake">What is wrong, in Chinese; null where nothing is.</param>
    /// <returns>The figure; null where nothing was typed, or it cannot be read.</returns>
    public decimal? Read(string? typed, out string? mistake)
    {
        mistake = null;
        var plain = HalfWidth.Of(typed ?? "").Replace(",", "", StringComparison.Ordinal).Trim();
        if (plain.Length == 0)
        {
            return null;
        }

        var style = IsMoney ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        if (decimal.TryParse(plain, style, CultureInfo.InvariantCulture, out var value) && value <= Most && decimal.Round(value, MoneyDigits) == value)
        {
            return value;
        }

        mistake = IsMoney ? $"“{Group}”应当是万元数，例如 12.5；没有就填0" : $"“{Group}：{Label}”应当是零以上的整数；没有就填0";
        return null;
    }

    /// <summary>A figure as tables show it.</summary>
    public static string Show(decimal? value) => value is { } known ? known.ToString("0.######", CultureInfo.InvariantCulture) : "";
}
