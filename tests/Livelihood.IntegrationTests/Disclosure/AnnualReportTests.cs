using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Annual reports are counted from the register and published with exactly these figures .</summary>
public abstract class AnnualReportTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Government = "SMX";
    private const string Agency = "SMX-KJJ";

    [Fact]
    public async Task R_49_A_year_of_requests_is_reported_cell_by_cell_as_a_ledger_beside_it_says()
    {
        var agencies = await Portal.Host.InScopeAsync(async services =>
            (await services.GetRequiredService<IAgencyDirectory>().AllAsync()).Where(agency => agency.AcceptsRequests).Take(2).Select(agency => agency.Id).ToList());
        await using var office = new OfficeLife(Portal.Host, agencies, Government, new(CalendarDocument.Delivered()), seed: 49);
        await office.LiveAsync(LifePlan.Kinds.Count, new(2024, 12, 9), new(2025, 4, 25));

        await TodayAsync("2026-03-02");
        office.Ledger.Turn(new(2026, 3, 2));
        var supervisor = await StaffAsync(Roles.Supervisor, Government);
        foreach (var year in new[] { 2024, 2025 })
        {
            var page = await supervisor.GetPageAsync($"/console/disclosure-reports/{Government}/{year}");
            Assert.Contains("各列都相等", page.VisibleText);
            Assert.Empty(ReportCells.OnPage(page).Against(office.Ledger, agencies, year));
            Assert.Empty(ReportCells.OnPage(await supervisor.GetPageAsync($"/console/disclosure-reports/{agencies[0]}/{year}")).Against(office.Ledger, [agencies[0]], year));
            using var file = await supervisor.GetAsync($"/console/disclosure-reports/{Government}/{year}.csv");
            Assert.Empty(ReportCells.InFile(await file.Content.ReadAsStringAsync()).Against(office.Ledger, agencies, year));
        }

        Assert.True(office.Ledger.Of(agencies, 2025, ReportRow.CarriedIn, kind: null) > 0);
        await EachFigureOpensItsRequestsAsync(supervisor);
    }

    [Fact]
    public async Task R_49_A_report_goes_from_the_register_through_review_to_page_Word_and_CSV_and_its_figures_cannot_be_changed_by_hand()
    {
        await TodayAsync("2026-12-30");
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler, Agency);
        var filed = await Requests.FileAsync(citizen, Requests.Form("年报里数到的一件", Agency));
        await Requests.ConfirmAsync(handler, filed.Number);
        var address = $"/console/disclosure-reports/{Agency}/2026";

        // Wrong figures are named, and nothing typed is lost; half of it can be saved.
        var form = await handler.GetPageAsync(address + "/edit");
        Assert.Contains("本年度新收政府信息公开申请1件", form.Find("#Overview").TextContent);
        var wrong = await form.SubmitAsync("main form", Typed("两件"));
        Assert.Contains("零以上的整数", wrong.TextsOf(".govuk-error-summary li")[0]);
        Assert.Equal("两件", ((IHtmlInputElement)wrong.Find("#Input_permits_")).Value);
        Assert.Empty(PageFaults.Of(wrong));
        var saved = await wrong.SubmitAsync("main form", Typed("2"));
        Assert.Contains("已保存", saved.VisibleText);
        Assert.Contains("2027年1月1日起才能发布", saved.VisibleText);
        Assert.Contains("上年报告结转3件（来源：政府网站的2025年度报告），现在登记簿上是0件", saved.VisibleText);

        // Somebody who opened the form before is told, with what was typed.
        var stale = await form.SubmitAsync("main form", Typed("9"), expected: HttpStatusCode.Conflict);
        Assert.Equal("9", ((IHtmlInputElement)stale.Find("#Input_permits_")).Value);

        await TodayAsync("2027-01-04");
        var drafted = await (await handler.GetPageAsync(address)).SubmitAsync("main form[action*=Draft]");
        Assert.Contains("已写入草稿第1版", drafted.VisibleText);
        var itemId = ((IHtmlAnchorElement)drafted.Find("main a[href*='/console/content/']")).PathName.Split('/')[^1];

        // The register changes: the draft's table is no longer true, and is not sent for review.
        var late = await Requests.FileAsync(citizen, Requests.Form("晚了一天登记的一件", Agency));
        await Office.RecordAsync(handler, filed.Number, "withdrawn", ("On", "2026-12-31"), ("Reason", "来电撤回"));
        var (editor, reviewer, publisher) = (await Portal.Host.CreateStaffAsync(Roles.Editor, Agency), await Portal.Host.CreateStaffAsync(Roles.Reviewer, Agency), await Portal.Host.CreateStaffAsync(Roles.Publisher, Agency));
        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(() => DoAsync(editor, itemId, ContentEvent.Submit));
        Assert.Contains("和登记簿现在的数据不一致（三、收到和处理政府信息公开申请情况）", refusal.Message);
        Assert.Contains("已写入草稿第2版", (await (await handler.GetPageAsync(address)).SubmitAsync("main form[action*=Draft]")).VisibleText);

        foreach (var (who, step) in new[] { (editor, ContentEvent.Submit), (reviewer, ContentEvent.Clear), (publisher, ContentEvent.Publish) })
        {
            await DoAsync(who, itemId, step);
        }

        var path = await Portal.Host.InScopeAsync(async services => (await services.GetRequiredService<IContentStore>().PublishedAsync(itemId))!.Item.Path);
        var page = await citizen.GetPageAsync(path);
        Assert.Contains("2026年政府信息公开工作年度报告", page.VisibleText);
        Assert.Equal(3, page.Document.QuerySelectorAll("main table").Length);
        Assert.Contains("四、结转下年度继续办理", page.VisibleText);
        var csv = await citizen.GetAsync($"/disclosure/reports/{Agency}/2026.csv");
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains(lines, line => line.StartsWith("一、本年新收政府信息公开申请数量,一、本年新收政府信息公开申请数量,一、本年新收政府信息公开申请数量,1,0,0,0,0,0,1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",3.其他,1,0,0,0,0,0,1,", StringComparison.Ordinal));
        using var word = await citizen.GetAsync($"/documents/export/{itemId}.docx");
        Assert.True(word.IsSuccessStatusCode);
        using var missing = await citizen.GetAsync($"/disclosure/reports/{Agency}/2025.csv");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        // Next year, what is carried in is compared with what was published; the difference says why.
        await Requests.ConfirmAsync(handler, late.Number);
        await Office.RecordAsync(await StaffAsync(Roles.Head, Agency), filed.Number, "recordCorrected", "3", ("On", "2027-01-04"), ("Why", "日期登记错了"));
        var next = (await handler.GetPageAsync($"/console/disclosure-reports/{Agency}/2027")).VisibleText;
        Assert.Contains($"上年报告结转0件，现在登记簿上是1件。原因：{filed.Number}：2027年1月4日写成上年报告以后，更正为上年收到、上年没有办结", next);
    }

    [Fact]
    public async Task Another_agencys_staff_and_nobody_see_no_report()
    {
        using var nobody = Portal.NewVisitor();
        var other = await StaffAsync(Roles.Handler, "SMX-ZFB");
        var editor = await StaffAsync(Roles.Editor, Agency);
        foreach (var part in new[] { "", "/edit", "/requests?row=new", ".csv" })
        {
            var address = $"/console/disclosure-reports/{Agency}/2026{part}";
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetPageAsync(address, HttpStatusCode.NotFound)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await editor.GetPageAsync(address, HttpStatusCode.NotFound)).Status);
            Assert.Contains("/account/sign-in", (await nobody.GetPageAsync(address)).Address.AbsolutePath);
        }

        // A government's report counts agencies that a handler of its office does not see.
        await other.GetPageAsync($"/console/disclosure-reports/{Government}/2026", HttpStatusCode.NotFound);
        Assert.Contains("市政府办公室", (await other.GetPageAsync("/console/disclosure-reports")).VisibleText.Replace("人民政府办公室", "政府办公室"));
        await other.GetPageAsync("/console/disclosure-reports/SMX-ZFB/2099", HttpStatusCode.NotFound);
        await other.GetPageAsync("/console/disclosure-reports/SMX-ZFB/2026/requests?row=nonsense", HttpStatusCode.NotFound);
    }

    private static Dictionary<string, string> Typed(string permits)
    {
        var typed = TypedFigure.All.ToDictionary(figure => $"Input[{figure.Key}]", _ => "0");
        typed["Input[permits]"] = permits;
        (typed["Sources[2]"], typed["Sources[4]"]) = ("台账", "台账");
        (typed["Input[last_out]"], typed["Sources[3]"]) = ("3", "政府网站的2025年度报告"); // that report was not written here
        typed["Overview"] = string.Join("\n\n", ReportTexts.Topics.Select(topic => $"### {topic}\n\n按要求做好。"));
        (typed["Problems"], typed["Other"]) = ("人手不足，已经补充。", "没有。");
        return typed;
    }

    private static async Task EachFigureOpensItsRequestsAsync(PortalVisitor supervisor)
    {
        var page = await supervisor.GetPageAsync($"/console/disclosure-reports/{Government}/2025");
        var links = page.Document.QuerySelectorAll("main td a").OfType<IHtmlAnchorElement>().ToList();
        Assert.True(links.Count > 10, $"{links.Count} figures open their requests");
        foreach (var link in links.Where((_, i) => i % 5 == 0))
        {
            var behind = await supervisor.GetPageAsync(new Uri(link.Href).PathAndQuery);
            var count = int.Parse(new string([.. link.TextContent.TakeWhile(char.IsAsciiDigit)]));
            Assert.Contains($"共 {count} 件", behind.VisibleText);
            Assert.Equal(Math.Min(count, 50), behind.Document.QuerySelectorAll("tbody tr").Length);
        }
    }

    private Task<ContentVersion> DoAsync(StaffAccount account, string itemId, ContentEvent step) => Portal.Host.ActAsync(account, async (services, person) =>
    {
        var latest = (await services.GetRequiredService<IContentStore>().LatestAsync(itemId))!;
        return await services.GetRequiredService<IContentWorkflow>().DoAsync(person, itemId, latest.Item.Revision, step, new("同意"));
    });
}

[Trait("Database", "SQLite")]
public sealed class AnnualReportTestsOnSqlite(SqlitePortal portal) : AnnualReportTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class AnnualReportTestsOnPostgres(PostgresPortal portal) : AnnualReportTests(portal), IClassFixture<PostgresPortal>;
