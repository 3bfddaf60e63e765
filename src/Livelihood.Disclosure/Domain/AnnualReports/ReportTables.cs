using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Formats.Markdown;

namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>A cell of a table of the report.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Columns">How many columns it covers.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="IsHead">Whether it names a row or column.</param>
/// <param name="Row">The row of table three whose requests it counts, or null.</param>
/// <param name="Column">The column of it; null: 总计.</param>
public sealed record ReportCell(string Text, int Columns = 1, int Rows = 1, bool IsHead = false, string? Row = null, RequesterKind? Column = null)
    : LaidCell(Text, Columns, Rows);

/// <summary>A table of the report: page, document and file are made of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="HeadRows">How many rows name them.</param>
/// <param name="Rows">The cells that begin in each row.</param>
public sealed record ReportTable(string Name, int Columns, int HeadRows, IReadOnlyList<IReadOnlyList<ReportCell>> Rows)
{
    /// <summary>The table as Markdown.</summary>
    public string Markdown => TableMarkup.Write(Columns, HeadRows, Rows);
}

/// <summary>Lays out the tables in the form of 国办公开办函〔2021〕30号.</summary>
public static class ReportTables
{
    private const string Corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    private static readonly (string Group, string[] Columns, (string Key, string Label)[] Rows)[] s_proactive =
    [
        ("第二十条第（一）项", ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], [("rules", "规章"), ("norms", "行政规范性文件")]),
        ("第二十条第（五）项", ["信息内容", "本年处理决定数量"], [("permits", "行政许可")]),
        ("第二十条第（六）项", ["信息内容", "本年处理决定数量"], [("penalties", "行政处罚"), ("coercions", "行政强制")]),
        ("第二十条第（八）项", ["信息内容", "本年收费金额（单位：万元）"], [("fees", "行政事业性收费")]),
    ];

    /// <summary>What a column of table three is called.</summary>
    /// <param name="column">Who asked; null: 总计.</param>
    public static string NameOf(RequesterKind? column) => column switch
    {
        null => "总计",
        RequesterKind.Natural => "自然人",
        RequesterKind.Other => "其他",
        { } kind => RequesterKinds.NameOf(kind),
    };

    /// <summary>Table two: what was published of its own accord.</summary>
    public static ReportTable Proactive(IReadOnlyDictionary<string, decimal> typed)
    {
        var rows = new List<IReadOnlyList<ReportCell>>();
        foreach (var (group, columns, kinds) in s_proactive)
        {
            rows.Add([Head(group, columns: 4)]);
            rows.Add([Head(columns[0]), .. columns[1..].Select(column => Head(column, columns.Length == 2 ? 3 : 1))]);
            rows.AddRange(kinds.Select(kind => (IReadOnlyList<ReportCell>)
            [
                Head(kind.Label),
                .. TypedFigure.All.Where(figure => figure.Table == 2 && figure.Group == kind.Label)
                    .Select(figure => new ReportCell(Value(typed, figure.Key), columns.Length == 2 ? 3 : 1)),
            ]));
        }

        return new("二、主动公开政府信息情况", 4, 0, rows);
    }

    /// <summary>Table three: the requests.</summary>
    public static ReportTable Requests(RequestFigures figures)
    {
        List<IReadOnlyList<ReportCell>> rows =
        [
            [Head(Corner, 3, 3), Head("申请人情况", 7)],
            [Head("自然人", rows: 2), Head("法人或其他组织", 5), Head("总计", rows: 2)],
            [.. RequesterKinds.All.Skip(1).Select(entry => Head(NameOf(entry.Kind)))],
        ];
        string? group = null;
        foreach (var row in ReportRow.All)
        {
            var cells = new List<ReportCell>();
            if (row == ReportRow.All.First(line => line.IsResult))
            {
                cells.Add(Head("三、本年度办理结果", rows: ReportRow.All.Count(line => line.IsResult)));
            }

            if (row.Group is not null && row.Group != group)
            {
                cells.Add(Head(row.Group, rows: ReportRow.All.Count(line => line.Group == row.Group)));
            }

            group = row.Group;
            cells.Add(Head(row.Label, row.Group is not null ? 1 : row.IsResult ? 2 : 3));
            cells.AddRange(RequesterKinds.All.Select(entry => (RequesterKind?)entry.Kind).Append(null)
                .Select(column => new ReportCell($"{figures[row.Key, column]}", Row: row.Key, Column: column)));
            rows.Add(cells);
        }

        return new("三、收到和处理政府信息公开申请情况", 10, 3, rows);
    }

    /// <summary>Table four: administrative reconsiderations and suits; totals are computed.</summary>
    public static ReportTable Disputes(IReadOnlyDictionary<string, decimal> typed)
    {
        var figures = TypedFigure.All.Where(figure => figure.Table == 4).ToLookup(figure => figure.Group);
        return new(
            "四、政府信息公开行政复议、行政诉讼情况", 15, 3,
            [
                [Head("行政复议", 5, 2), Head("行政诉讼", 10)],
                [Head("未经复议直接起诉", 5), Head("复议后起诉", 5)],
                [.. TypedFigure.Disputes.SelectMany(dispute => figures[dispute.Label].Select(figure => Head(figure.Label)).Append(Head("总计")))],
                [.. TypedFigure.Disputes.SelectMany(dispute => figures[dispute.Label].Select(figure => new ReportCell(Value(typed, figure.Key))).Append(new(Total(typed, figures[dispute.Label]))))],
            ]);
    }

    private static ReportCell Head(string text, int columns = 1, int rows = 1) => new(text, columns, rows, IsHead: true);

    private static string Value(IReadOnlyDictionary<string, decimal> typed, string key) => TypedFigure.Show(typed.TryGetValue(key, out var value) ? value : null);

    private static string Total(IReadOnlyDictionary<string, decimal> typed, IEnumerable<TypedFigure> figures) =>
        figures.All(figure => typed.ContainsKey(figure.Key)) ? TypedFigure.Show(figures.Sum(figure => typed[figure.Key])) : "";
}
