using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Formats.Markdown;
using Livelihood.Platform.Agencies;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>The annual report in the form of 国办公开办函〔2021〕30号: its rows, sums, checks and texts .</summary>
public sealed class AnnualReportTests
{
    private static readonly DateOnly NewYear = new(2027, 1, 4);

    private static readonly RequestFigures Figures = new(
    [
        new(ReportRow.New, RequesterKind.Natural, 12), new(ReportRow.New, RequesterKind.Commercial, 3), new(ReportRow.CarriedIn, RequesterKind.Natural, 2),
        new("r1", RequesterKind.Natural, 7), new("r3_4", RequesterKind.Natural, 4), new("r6_3", RequesterKind.Commercial, 3), new(ReportRow.CarriedOut, RequesterKind.Natural, 3),
    ]);

    private static readonly Dictionary<string, decimal> Everything = TypedFigure.All.ToDictionary(figure => figure.Key, figure => figure.IsMoney ? 12.5m : 1m);

    private static readonly ReportTexts Written = new(string.Join("\n\n", ReportTexts.Topics.Select(topic => $"### {topic}\n\n写好了。")), "没有。", "没有。");

    [Fact]
    public void R_49_Every_outcome_has_its_row_in_the_form_and_every_total_is_a_sum()
    {
        Assert.Equal(OutcomeTable.All.Select(outcome => outcome.Key), ReportRow.Outcomes.Select(row => row.Key));
        Assert.Equal(14, Figures[ReportRow.Results, null]);
        Assert.Equal(11, Figures[ReportRow.Results, RequesterKind.Natural]);
        Assert.Equal(15, Figures[ReportRow.New, null]);
        Assert.Equal(Figures.Counted.ToHashSet(), new RequestFigures(Figures.Counted.Reverse()).Counted.ToHashSet());
    }

    [Fact]
    public void R_49_What_came_in_is_what_went_out_in_every_column_or_the_column_is_named()
    {
        Assert.False(ReportChecks.Balance(Figures).Holds is null);
        Assert.True(ReportChecks.Balance(Figures).Holds, ReportChecks.Balance(Figures).Text);
        var wrong = ReportChecks.Balance(new(Figures.Counted.Append(new("r2", RequesterKind.Legal, 1))));
        Assert.False(wrong.Holds);
        Assert.Contains("法律服务机构、总计", wrong.Text);
    }

    [Fact]
    public void R_49_What_is_carried_in_was_carried_out_or_each_difference_says_why()
    {
        Assert.Null(ReportChecks.CarriedOver(2026, 2, lastOut: null, source: null).Holds);
        Assert.True(ReportChecks.CarriedOver(2026, 2, lastOut: 2, "市政府网站2025年度报告").Holds);
        var typed = ReportChecks.CarriedOver(2026, 2, lastOut: 5, "市政府网站2025年度报告");
        Assert.False(typed.Holds);
        Assert.Contains("结转5件（来源：市政府网站2025年度报告），现在登记簿上是2件", typed.Text);
        Assert.True(ReportChecks.CarriedOver(2026, 2, 2, []).Holds);
        var differs = ReportChecks.CarriedOver(2026, 2, 1, [new("SMX-ZFB-2025-000009", "：补登")]);
        Assert.False(differs.Holds);
        Assert.Contains("结转1件，现在登记簿上是2件。原因：SMX-ZFB-2025-000009：补登", differs.Text);

        // No reason is told that is not the one.
        const string Day = "2026年1月20日";
        Assert.Contains("上年报告没有计入某局", CarriedDifference.Came("1", Day, "某局", wasCounted: false, isEnteredLater: true, isCorrectedLater: true).Why);
        Assert.EndsWith("以后补登", CarriedDifference.Came("1", Day, "某局", wasCounted: true, isEnteredLater: true, isCorrectedLater: false).Why);
        Assert.Contains("更正为上年收到", CarriedDifference.Came("1", Day, "某局", wasCounted: true, isEnteredLater: false, isCorrectedLater: true).Why);
        Assert.Contains("请核对", CarriedDifference.Came("1", Day, "某局", wasCounted: null, isEnteredLater: false, isCorrectedLater: false).Why);
        Assert.Contains("某局今年不再计入", CarriedDifference.Left("1", Day, "某局", isCounted: false, isCorrectedLater: true).Why);
        Assert.Contains("补记了上年的办结", CarriedDifference.Left("1", Day, "某局", isCounted: true, isCorrectedLater: false).Why);
    }

    [Fact]
    public void R_49_A_government_counts_all_below_it_and_one_below_a_city_is_one_too()
    {
        Agency Of(string id, string name, string? above) => new() { Id = id, Name = name, ShortName = name, ParentId = above };
        Agency[] all = [Of("C", "云岭市人民政府", null), Of("B", "云岭市财政局", "C"), Of("D", "云岭市湖边区人民政府", "C"), Of("E", "云岭市湖边区财政局", "D"), Of("T", "湖边区一镇人民政府", "D")];
        Assert.Equal(["C", "B", "D", "E", "T"], ReportScope.CountedFor(all[0], all));
        Assert.Equal(["D", "E", "T"], ReportScope.CountedFor(all[2], all));
        Assert.All([all[1], all[3], all[4]], agency => Assert.Equal([agency.Id], ReportScope.CountedFor(agency, all)));
        Assert.Equal([true, false, true, false, false], all.Select(ReportScope.IsGovernment));
    }

    [Fact]
    public void Table_three_has_the_form_of_the_norm()
    {
        var table = ReportTables.Requests(Figures);
        // Every row fills ten columns, counting what covers it from above.
        var free = new int[table.Columns];
        foreach (var row in table.Rows)
        {
            var column = 0;
            foreach (var cell in row)
            {
                column = Array.FindIndex(free, column, rows => rows == 0);
                Array.Fill(free, cell.Rows, column, cell.Columns);
                column += cell.Columns;
            }

            Assert.DoesNotContain(0, free);
            free = [.. free.Select(rows => rows - 1)];
        }

        Assert.All(free, rows => Assert.Equal(0, rows));
        Assert.Equal(3 + 25, table.Rows.Count);
        Assert.Equal(25 * 7, table.Rows.SelectMany(row => row).Count(cell => cell.Row is not null));
        Assert.Equal("三、本年度办理结果", table.Rows[5][0].Text);
        Assert.Equal(22, table.Rows[5][0].Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Tables_are_Markdown_that_renders_as_one_table_with_its_merged_cells(int which)
    {
        var table = new ReportDocument("云岭市档案局", 2026, 1, Figures, Everything, Written).Tables[which];
        var html = Markdig.Markdown.ToHtml(MarkdownDialect.Parse(table.Markdown), MarkdownDialect.Pipeline);
        Assert.Equal(1, html.Split("<table").Length - 1);
        Assert.Equal(table.Rows.Count, html.Split("<tr").Length - 1);
        var spans = table.Rows.SelectMany(row => row).ToList();
        Assert.Equal(spans.Count(cell => cell.Rows > 1), html.Split("rowspan=").Length - 1);
        Assert.Equal(spans.Count(cell => cell.Columns > 1), html.Split("colspan=").Length - 1);
        Assert.All(spans.Where(cell => cell.Text.Length > 0), cell => Assert.Contains(cell.Text, System.Net.WebUtility.HtmlDecode(html)));
    }

    [Theory]
    [InlineData("12", "12", "")]
    [InlineData("１，２００", "1200", "")]
    [InlineData(" 0 ", "0", "")]
    [InlineData("", "", "")]
    [InlineData("-1", "", "零以上的整数")]
    [InlineData("1.5", "", "零以上的整数")]
    [InlineData("十二", "", "零以上的整数")]
    [InlineData("99999999999999999999999999999", "", "零以上的整数")]
    public void Typed_numbers_are_read_as_people_write_them(string typed, string value, string mistake)
    {
        var read = TypedFigure.All[0].Read(typed, out var wrong);
        Assert.Equal(value, TypedFigure.Show(read));
        Assert.Contains(mistake, wrong ?? "");
        Assert.Equal(mistake.Length > 0, wrong is not null);
    }

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("１２．５０", "12.5")]
    [InlineData("0.0000001", null)]
    [InlineData("1e3", null)]
    public void Amounts_have_decimals(string typed, string? value)
    {
        var read = TypedFigure.All.Single(figure => figure.IsMoney).Read(typed, out var wrong);
        Assert.Equal(value ?? "", TypedFigure.Show(read));
        Assert.Equal(value is null, wrong is not null);
    }

    [Fact]
    public void R_49_A_report_is_published_whole_after_its_year()
    {
        var sources = new Dictionary<int, string> { [2] = "法制机构台账", [4] = "法制机构台账" };
        var whole = new ReportDocument("云岭市档案局", 2026, 1, Figures, Everything, Written);
        Assert.Empty(whole.Gaps(sources, NewYear));
        Assert.Contains("2027年1月1日起才能发布", Assert.Single(whole.Gaps(sources, new(2026, 12, 31))));
        Assert.Contains("表二还有10个数没有填", string.Join('\n', (whole with { Typed = new Dictionary<string, decimal>() }).Gaps(sources, NewYear)));
        Assert.Contains("没有写明表四的数据来源", Assert.Single(whole.Gaps(new Dictionary<int, string> { [2] = "台账" }, NewYear)));

        var begun = whole with { Texts = ReportTexts.Beginning(Figures, new(2, 300, 100), new(14, 13)) };
        Assert.Equal(2, begun.Gaps(sources, NewYear).Count);
        Assert.Contains("发出收费通知2件，通知收费300元，实收100元", begun.Texts.Other);
        Assert.Contains("在法定期限内办结13件，超期1件", begun.Texts.Overview);
        Assert.Contains("没有“监督保障”这一小标题", Assert.Single((whole with { Texts = Written with { Overview = Written.Overview.Replace("### 监督保障", "监督保障") } }).Gaps(sources, NewYear)));
    }

    [Fact]
    public void R_49_Agencies_report_by_the_end_of_January_governments_by_the_end_of_March()
    {
        var year = new ReportYear(2026);
        Assert.Equal(new DateOnly(2027, 1, 31), year.DueOn(ofGovernment: false));
        Assert.Equal(new DateOnly(2027, 3, 31), year.DueOn(ofGovernment: true));
        Assert.False(ReportYear.IsKnown(2007, NewYear));
        Assert.False(ReportYear.IsKnown(2028, NewYear));
    }
}
