using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Commitments;

public abstract class ProgressReportingTests(PortalFixture portal)
{
    private const string Console = "/console/commitments?year=2021";

    [Fact]
    public async Task Editor_SeesTheTasksThatTheirAgencyLeads_AndNoOthers()
    {
        var roads = await portal.Host.SignInAsync(Roles.Editor, "SMX-JTJ");
        var office = await portal.Host.SignInAsync(Roles.Editor);

        Assert.Equal(["新建农村公路，自然村通硬化路"], (await roads.GetPageAsync(Console)).TextsOf("tbody th a"));
        Assert.Contains("没有由您所在机关牵头的任务", (await office.GetPageAsync(Console)).VisibleText);
        var address = (await roads.GetPageAsync(Console)).Find("tbody th a").GetAttribute("href")!;
        await office.GetPageAsync(address, HttpStatusCode.Forbidden);
        Assert.Contains("/account/sign-in", (await portal.NewVisitor().GetPageAsync(address)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Figures_AreCheckedBeforeTheyAreSaved_AndThePublicSeesThem()
    {
        var supervisor = await portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        var form = await OpenAsync(supervisor, "扩大5G覆盖");

        var shown = await form.SubmitAsync("main form", Fields("2021-09-30", "493", "51%", "开通一半。"));
        Assert.Contains("493个占986个的 50.00%，所写为 51%", shown.VisibleText);
        Assert.DoesNotContain("开通一半", await PublicAsync("/commitments/2021/6"));

        // Another figure than the one that was looked at is shown again, not saved.
        shown = await shown.SubmitAsync("main form", Fields("2021-09-30", "494", "51%", "开通一半。"), "button[name='Input.Seen']");
        Assert.Contains("50.10%", shown.VisibleText);

        var list = await shown.SubmitAsync("main form", button: "button[name='Input.Seen']");
        Assert.Contains("已登记“扩大5G覆盖”截至2021年9月30日的进展", list.Html);
        var page = await PublicAsync("/commitments/2021/6");
        Assert.Contains("开通一半", page);
        Assert.Contains("填报材料写作 51%，与数字不符", page);
    }

    [Fact]
    public async Task SentTwice_ItIsEnteredOnce()
    {
        var supervisor = await portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        var form = await OpenAsync(supervisor, "红色文艺轻骑兵入百村");
        var fields = Fields("2021-08-31", "40", "", "入村四十场，只登记一次。");

        await form.SubmitAsync("main form", fields);
        await form.SubmitAsync("main form", fields);

        Assert.Equal(2, (await PublicAsync("/commitments/2021/2")).Split("只登记一次").Length);
    }

    [Fact]
    public async Task Correction_KeepsTheEarlierFigureInView_WithItsReason()
    {
        var supervisor = await portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        var form = await OpenAsync(supervisor, "六座人行天桥亮化");
        var first = form.Document.QuerySelectorAll("select[name='Input.Corrects'] option")[1].GetAttribute("value")!;
        var fields = Fields("2021-05-31", "0", "", "核查后没有完成的。");
        fields["Input.Corrects"] = first;

        var refused = await form.SubmitAsync("main form", fields);
        Assert.Contains("请写明更正的原因", refused.VisibleText);
        fields["Input.Reason"] = "统计部门核查认定";
        await refused.SubmitAsync("main form", fields);

        var page = await PublicAsync("/commitments/2021/7");
        Assert.Contains("已更正 原因：统计部门核查认定", page);
        Assert.Contains("天桥亮化：1座", page);
        Assert.Contains("天桥亮化：0座", page);
    }

    [Theory]
    [InlineData("2021-13-01", "10", "", "有说明", "“2021-13-01”不是有效的值")]
    [InlineData("2020-12-31", "10", "", "有说明", "截至日期应当在2021年内")]
    [InlineData("2021-06-30", "-1", "", "有说明", "零以上")]
    [InlineData("2021-06-30", "很多", "", "有说明", "“很多”不是有效的值")]
    [InlineData("2021-06-30", "10", "一成", "有说明", "不是百分数")]
    [InlineData("2021-06-30", "10", "", "", "请用一两句话写明进展")]
    public async Task WhatIsWrong_IsSaid_AndNothingIsSaved(string asOf, string quantity, string share, string note, string said)
    {
        var supervisor = await portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        var form = await OpenAsync(supervisor, "新时代文明实践阅报栏");

        var refused = await form.SubmitAsync("main form", Fields(asOf, quantity, share, note));

        Assert.Contains(said, refused.Find(".govuk-error-summary").TextContent);
        Assert.DoesNotContain("有说明", await PublicAsync("/commitments/2021/2"));
    }

    private static Dictionary<string, string> Fields(string asOf, string quantity, string share, string note) => new()
    {
        ["Input.AsOf"] = asOf,
        ["Input.Figures[0].Quantity"] = quantity,
        ["Input.Figures[0].StatedShare"] = share,
        ["Input.Note"] = note,
    };

    private static async Task<PortalPage> OpenAsync(PortalVisitor visitor, string task)
    {
        var list = await visitor.GetPageAsync(Console);
        var link = list.Document.QuerySelectorAll("tbody th a").First(a => a.TextContent == task);
        return await visitor.GetPageAsync(link.GetAttribute("href")!);
    }

    private async Task<string> PublicAsync(string path) => (await portal.NewVisitor().GetPageAsync(path)).VisibleText;
}

[Trait("Database", "SQLite")]
public sealed class ProgressReportingTestsOnSqlite(SqlitePortal portal) : ProgressReportingTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ProgressReportingTestsOnPostgres(PostgresPortal portal) : ProgressReportingTests(portal), IClassFixture<PostgresPortal>;
