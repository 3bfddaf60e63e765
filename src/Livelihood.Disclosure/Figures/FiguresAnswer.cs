using System.ComponentModel;
using Livelihood.Disclosure.Domain.Figures;

namespace Livelihood.Disclosure.Figures;

/// <summary>The figures for programs.</summary>
[Description("依申请公开的统计数字。1件和2件不写具体数，为 null，能推算出它们的也为 null；0件写0。")]
public sealed record FiguresAnswer(
    [property: Description("年份")] int Year,
    [property: Description("有数字的全部年份")] IReadOnlyList<int> AllYears,
    [property: Description("选择的机关的编码；全部机关的为 null")] string? Agency,
    [property: Description("逾期未答复以这一天计")] DateOnly AsOf,
    [property: Description("合计")] FiguresRow Total,
    [property: Description("各机关；选择了一个机关的，为空")] IReadOnlyList<FiguresRow> Agencies,
    [property: Description("当年办结的，按结果；选择了一个机关的，为空")] IReadOnlyList<OutcomeRow> Outcomes,
    [property: Description("最近几年，从近到远")] IReadOnlyList<FiguresRow> Years)
{
    internal static FiguresAnswer Of(PublicFigures figures, IReadOnlyList<int> years, string? agency, DateOnly today) => new(
        figures.Year, years, agency, today, FiguresRow.Of(figures.Total), [.. figures.Agencies.Select(FiguresRow.Of)],
        [.. figures.Outcomes.Select(line => new OutcomeRow(line.Key, line.Name, line.Ended.Number, line.MedianWorkingDays))], [.. figures.Years.Select(FiguresRow.Of)]);
}

/// <summary>A line.</summary>
[Description("一行数字")]
public sealed record FiguresRow(
    [property: Description("机关编码或者年份；合计的为空")] string Key,
    [property: Description("名称")] string Name,
    [property: Description("收到的申请")] int? Received,
    [property: Description("已送达的答复")] int? Answered,
    [property: Description("其中在答复期限内送达的")] int? OnTime,
    [property: Description("在答复期限内送达的占百分之几，一位小数")] decimal? OnTimeShare,
    [property: Description("当年收到、过了答复期限还没有送达答复的")] int? Overdue,
    [property: Description("从收到到送达的工作日，中位数")] decimal? MedianWorkingDays)
{
    internal static FiguresRow Of(FiguresLine line) => new(
        line.Key, line.Name, line.Received.Number, line.Answered.Number, line.OnTime, line.OnTimeShare, line.Overdue, line.MedianWorkingDays);
}

/// <summary>How many ended in a way.</summary>
[Description("一种结果")]
public sealed record OutcomeRow(
    [property: Description("年度报告表三的行")] string Key,
    [property: Description("名称")] string Name,
    [property: Description("办结的件数")] int? Ended,
    [property: Description("从收到到办结的工作日，中位数")] decimal? MedianWorkingDays);
