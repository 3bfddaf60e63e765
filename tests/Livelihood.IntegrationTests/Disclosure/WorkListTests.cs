using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Livelihood.Disclosure.Register;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The office's requests by what is due, and who handles them.</summary>
public abstract class WorkListTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string List = "/console/disclosure";

    [Fact]
    public async Task R_33a_Requests_move_through_the_parts_of_the_list_as_their_days_come()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var waiting = await Requests.FileAsync(citizen, Requests.Form("待确认的一件"));
        var (number, _) = await ConfirmedAsync(citizen, handler);
        Assert.Equal(["open", "unassigned", "all"], await PartsOfAsync(handler, number));
        Assert.Equal(["open", "unconfirmed", "unassigned", "all"], await PartsOfAsync(handler, waiting.Number));
        Assert.Empty(PageFaults.Of(await handler.GetPageAsync(List)));

        // Due on 30 March.
        await TodayAsync("2026-03-23");
        Assert.Equal(["open", "soon", "unassigned", "all"], await PartsOfAsync(handler, number));
        await TodayAsync("2026-03-30");
        Assert.Equal(["open", "today", "soon", "unassigned", "all"], await PartsOfAsync(handler, number));
        await TodayAsync("2026-03-31");
        Assert.Equal(["open", "late", "unassigned", "all"], await PartsOfAsync(handler, number));
        await Office.RecordAsync(handler, number, "withdrawn", ("Reason", "来电撤回"));
        Assert.Equal(["ended", "ended-late", "all"], await PartsOfAsync(handler, number));
        Assert.Contains("确认已超期", RowOf(await handler.GetPageAsync(List), waiting.Number)!.TextContent);
    }

    [Fact]
    public async Task R_30_What_waits_for_others_is_a_part_of_its_own_with_its_last_day()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        await Office.RecordAsync(handler, number, "correctionAsked", ("On", "2026-03-02"), ("What", "哪一年"), ("Until", "2026-03-16"));
        Assert.Contains("等到 2026-03-16", RowOf(await handler.GetPageAsync($"{List}?view=waiting"), number)!.TextContent);

        // Past the former last day, nothing is late: the clock starts anew with the correction.
        await TodayAsync("2026-03-31");
        Assert.Null(RowOf(await handler.GetPageAsync($"{List}?view=late"), number));
        Assert.DoesNotContain("逾期", RowOf(await handler.GetPageAsync($"{List}?view=waiting"), number)!.TextContent);
    }

    [Fact]
    public async Task R_SERVE_A_reply_that_is_not_served_is_still_due()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var head = await StaffAsync(Roles.Head);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        await Office.RecordAsync(handler, number, "replyProposed", "disclosed", ("Information", "一份"));
        await Office.RecordAsync(head, number, "replied");
        await TodayAsync("2026-03-30");
        Assert.NotNull(RowOf(await handler.GetPageAsync($"{List}?view=today"), number));
        await Office.RecordAsync(handler, number, "served", ("Way", "InPerson"));
        Assert.Null(RowOf(await handler.GetPageAsync($"{List}?view=today"), number));
    }

    [Fact]
    public async Task Several_requests_are_given_to_a_colleague_who_finds_them_among_the_own()
    {
        using var citizen = Portal.NewVisitor();
        var head = await StaffAsync(Roles.Head);
        var account = await Portal.Host.CreateStaffAsync(Roles.Handler);
        using var handler = await Portal.Host.SignInAsync(account);
        var (one, _) = await ConfirmedAsync(citizen, handler);
        var (two, _) = await ConfirmedAsync(citizen, handler);
        var page = await head.GetPageAsync($"{List}?view=unassigned");
        Assert.Contains("请先勾选", (await page.SubmitAsync("main form[action*=Assign]")).TextsOf(".govuk-error-summary li").Single());

        var choice = page.Document.QuerySelectorAll("#to option").OfType<IHtmlOptionElement>().Single(option => option.TextContent.Contains(account.UserName));
        foreach (var number in new[] { one, two })
        {
            ((IHtmlInputElement)page.Find($"[name=numbers][value='{number}']")).IsChecked = true;
        }

        var done = await page.SubmitAsync("main form[action*=Assign]", new Dictionary<string, string> { ["to"] = choice.Value });
        Assert.Contains("已指定经办人：2件", done.VisibleText);
        Assert.Equal("?view=unassigned", done.Address.Query);
        foreach (var number in new[] { one, two })
        {
            Assert.NotNull(RowOf(await handler.GetPageAsync($"{List}?view=mine"), number));
            Assert.Null(RowOf(done, number));
            Assert.Null(RowOf(await head.GetPageAsync($"{List}?view=mine"), number));
            Assert.NotNull(RowOf(await head.GetPageAsync($"{List}?who={choice.Value}"), number));
        }
    }

    [Fact]
    public async Task A_request_is_found_by_its_number_and_by_what_is_asked_for_and_wildcards_are_letters()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var filed = await Requests.FileAsync(citizen, Requests.Form("榫卯作坊100%补贴明细"));
        foreach (var text in new[] { filed.Number, filed.Number[^6..], "榫卯", "100%补贴" })
        {
            Assert.NotNull(RowOf(await handler.GetPageAsync($"{List}?q={Uri.EscapeDataString(text)}"), filed.Number));
        }

        foreach (var text in new[] { "榫_作坊", "榫%作坊", "绝无此词", "'; DROP TABLE disclosure_requests" })
        {
            Assert.Contains("这里没有申请", (await handler.GetPageAsync($"{List}?q={Uri.EscapeDataString(text)}")).VisibleText);
        }

        Assert.Contains("未办结", (await handler.GetPageAsync($"{List}?view=nonsense&p=-3")).TextsOf(".page-actions [aria-current]").Single());
    }

    [Fact]
    public async Task Handlers_find_a_persons_requests_by_its_number_on_record_without_the_number_and_nobody_else_does()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, supervisor) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Supervisor, "SMX"));
        var form = new Dictionary<string, string>(Requests.Form("按人查找的一件")) { ["Input.IdentityNumber"] = "11010519491231002X", ["Input.Phone"] = "13900000077" };
        var (number, elsewhere) = ((await Requests.FileAsync(citizen, form)).Number, (await Requests.FileAsync(citizen, new(form) { ["Input.Agency"] = "SMX-KJJ" })).Number);
        var before = await SearchesAsync();
        foreach (var typed in new[] { "11010519491231002x", "110105491231002", "139 0000 0077" })
        {
            var page = await FindAsync(handler, typed);
            Assert.DoesNotContain("1949", page.Address.Query);
            Assert.Equal([number], page.TextsOf("tbody a.stacked-table__number"));
            Assert.Contains("已经记入审计记录", page.VisibleText);
            Assert.Empty(PageFaults.Of(page));
        }

        Assert.DoesNotContain(number, (await FindAsync(handler, "13900000078")).TextsOf("tbody a"));
        Assert.Contains("这里没有申请", (await FindAsync(supervisor, "11010519491231002X")).VisibleText);

        // Filters and files keep whom they are about; a link is one person's for a day's work.
        var found = await FindAsync(handler, "13900000077");
        Assert.DoesNotContain("0077", found.Html);
        var narrower = await found.SubmitAsync("form[role=search]", new Dictionary<string, string> { ["channel"] = "Internet" });
        Assert.Equal([number], narrower.TextsOf("tbody a.stacked-table__number"));
        using var csv = await handler.GetAsync(narrower.Document.QuerySelector("a[type='text/csv']")!.GetAttribute("href")!);
        var text = await csv.Content.ReadAsStringAsync();
        Assert.Contains(number, text);
        Assert.DoesNotContain(elsewhere, text);
        var kept = (await SearchesAsync())[before.Count..];
        Assert.Equal(7, kept.Count(entry => entry.Action == "register.person-searched"));
        Assert.All(kept, entry => Assert.DoesNotContain("0077", entry.Details));
        Assert.All(kept, entry => Assert.DoesNotContain("1949", entry.Details));
        var link = $"{List}{narrower.Address.Query}";
        var others = await (await StaffAsync(Roles.Handler)).GetPageAsync(link);
        Assert.Contains("按号码的查找已经过期", others.VisibleText);
        Assert.Empty(PageFaults.Of(others));
        using var file = await handler.GetAsync("/console/disclosure-register.csv?view=all&person=nonsense");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, file.StatusCode);
    }

    private static async Task<PortalPage> FindAsync(PortalVisitor staff, string typed) =>
        await (await staff.GetPageAsync($"{List}?view=all")).SubmitAsync("form[role=search]", new Dictionary<string, string> { ["q"] = typed });

    private Task<List<AuditEntry>> SearchesAsync() => Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().AsNoTracking()
        .Where(entry => entry.Action == "register.person-searched" || entry.Action == "register.exported").OrderBy(entry => entry.Sequence).ToListAsync());

    [Fact]
    public async Task Requests_are_found_by_their_days_of_receipt_and_what_cannot_be_read_is_told()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        Assert.NotNull(RowOf(await handler.GetPageAsync($"{List}?q={number}&since=2026-03-02&until=2026-3-2"), number));
        Assert.Null(RowOf(await handler.GetPageAsync($"{List}?q={number}&since=2026-03-03"), number));
        Assert.Null(RowOf(await handler.GetPageAsync($"{List}?q={number}&until=2026-03-01"), number));
        var unread = await handler.GetPageAsync($"{List}?q={number}&since=昨天");
        Assert.Contains("收到日期的第一天", unread.Find(".govuk-error-summary").TextContent);
        Assert.Equal("昨天", unread.Find("#since").GetAttribute("value"));
        Assert.NotNull(RowOf(unread, number));
        using var refused = await handler.GetAsync("/console/disclosure-register.csv?due=2026-02-30");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("没有导出：到期日期", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_watches_over_some_agencies_sees_theirs_in_one_order()
    {
        using var citizen = Portal.NewVisitor();
        foreach (var agency in new[] { "SMX-ZFB", "SMX-KJJ", "SMX-CZJ", "SMX-KJJ", "SMX-ZFB" })
        {
            await Requests.FileAsync(citizen, Requests.Form("几个机关的申请", agency));
        }

        await Portal.Host.InScopeAsync(async services =>
        {
            var (list, day) = (services.GetRequiredService<WorkList>(), await services.GetRequiredService<WorkDays>().TodayAsync());
            var reach = new AgencyReach(Everything: false, new HashSet<string> { "SMX-ZFB", "SMX-KJJ" });
            var page = await list.PageAsync(reach, new(WorkView.Find("all")), day, 1);
            Assert.Equal(reach.Ids.Order(), page.Requests.Select(r => r.AgencyId).Distinct().Order());
            Assert.Equal(page.Requests.OrderBy(r => r.Standing).ThenBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).Select(r => r.Number), page.Requests.Select(r => r.Number));
            Assert.Equal(page.Requests.Count, page.Total);
            foreach (var view in WorkView.All)
            {
                Assert.Equal((await list.PageAsync(reach, new(view), day, 1)).Total, (await list.CountAsync(reach, day))[view.Key]);
            }
        });
        Assert.Equal(["2000", "2000以上"], new[] { WorkList.MostCounted, WorkList.MostCounted + 1 }.Select(WorkList.CountText));
    }

    [Fact]
    public async Task R_45_The_register_is_taken_along_as_a_workbook_and_as_CSV_without_who_asks()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var form = Requests.Form("=HYPERLINK(\"http://example.org\")");
        var (number, other) = ((await Requests.FileAsync(citizen, form)).Number, (await Requests.FileAsync(citizen, Requests.Form("导出时不要的一件"))).Number);
        await Requests.ConfirmAsync(handler, number);
        var page = await handler.GetPageAsync($"{List}?view=open&q=HYPERLINK&channel=Internet");
        Assert.NotNull(RowOf(page, number));
        var links = page.Document.QuerySelectorAll<IHtmlAnchorElement>("main a[href*=disclosure-register]").ToDictionary(link => new Uri(link.Href).AbsolutePath.Split('.')[^1], link => new Uri(link.Href).PathAndQuery);

        using var csv = await handler.GetAsync(links["csv"]);
        var text = await csv.Content.ReadAsStringAsync();
        Assert.Contains(number, text);
        Assert.DoesNotContain(other, text);
        Assert.DoesNotContain(",=HYPERLINK", text.Replace("\"", ""));
        Assert.DoesNotContain(Requests.Name, text);
        Assert.DoesNotContain(Requests.Phone, text);

        using var workbook = await handler.GetAsync(links["xlsx"]);
        using var file = SpreadsheetDocument.Open(await workbook.Content.ReadAsStreamAsync(), isEditable: false);
        var rows = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();
        Assert.Equal(2, rows.Count);
        var cells = rows[1].Elements<Cell>().ToList();
        Assert.Equal((number, form["Input.Subject"]), (cells[0].InnerText, cells[4].InnerText));
        Assert.Equal(new DateTime(2026, 3, 30), DateTime.FromOADate(double.Parse(cells[8].InnerText, CultureInfo.InvariantCulture)));
        Assert.All(rows[1].Descendants<Cell>(), cell => Assert.Null(cell.CellFormula));
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(file));

        // Another agency's staff get their own register, which has nothing of it; an editor gets none.
        using var elsewhere = await (await StaffAsync(Roles.Handler, "SMX-KJJ")).GetAsync(links["csv"]);
        Assert.DoesNotContain(number, await elsewhere.Content.ReadAsStringAsync());
        await (await StaffAsync(Roles.Editor)).GetPageAsync(links["csv"], System.Net.HttpStatusCode.Forbidden);
    }

    /// <summary>The parts in which a request stands; each part's count is the number of its rows.</summary>
    private static async Task<List<string>> PartsOfAsync(PortalVisitor staff, string number)
    {
        var parts = new List<string>();
        var page = await staff.GetPageAsync(List);
        foreach (var link in page.Document.QuerySelectorAll(".page-actions a").OfType<IHtmlAnchorElement>().ToList())
        {
            var part = await staff.GetPageAsync(new Uri(link.Href).PathAndQuery);
            var count = int.Parse(link.QuerySelector("span")!.TextContent.Replace("件", ""));
            Assert.Equal(Math.Min(count, 50), part.Document.QuerySelectorAll("tbody tr").Length);
            if (RowOf(part, number) is not null)
            {
                parts.Add(System.Web.HttpUtility.ParseQueryString(new Uri(link.Href).Query)["view"] ?? "open");
            }
        }

        return parts;
    }

    private static IElement? RowOf(PortalPage page, string number) => page.Document.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.TextContent.Contains(number));
}

[Trait("Database", "SQLite")]
public sealed class WorkListTestsOnSqlite(SqlitePortal portal) : WorkListTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class WorkListTestsOnPostgres(PostgresPortal portal) : WorkListTests(portal), IClassFixture<PostgresPortal>;
