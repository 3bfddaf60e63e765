using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The office's calendar, and what it decides by data: fees, remedies, later dates, corrections of records, channels.</summary>
public abstract partial class OfficeDataTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Calendar = "/console/disclosure-calendar";
    private const string Fees = "/console/disclosure-fees";

    [Fact]
    public async Task The_calendar_shows_what_is_due_on_each_day_and_opens_the_work_list_of_that_day()
    {
        const string Agency = "SMX-MZJ";
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler, Agency);
        var one = await FiledAsync(citizen, handler, Agency);
        var two = await FiledAsync(citizen, handler, Agency);
        await Office.RecordAsync(handler, two, "consultationSent", ("With", "ThirdParty"), ("Party", "第三方丙"), ("About", "合同"));
        var waiting = await Requests.FileAsync(citizen, Requests.Form(agency: Agency));

        var page = await handler.GetPageAsync(Calendar);
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("2026年3月", page.Find(".month-sheet__caption").TextContent);
        Assert.Equal("确认收到 1", DayOf(page, "2026-03-02"));
        Assert.Equal("告知补正 2", DayOf(page, "2026-03-11"));
        Assert.Equal("征求第三方意见 1", DayOf(page, "2026-03-23"));
        Assert.Equal("答复 1", DayOf(page, "2026-03-30"));

        // 6 April is a day off; the reply to the second moved by the fifteen days that are not counted.
        var next = await page.FollowAsync(".page-actions a[rel=next]");
        Assert.Equal("答复 1", DayOf(next, "2026-04-21"));
        Assert.Contains("清明节", next.Document.QuerySelector("time[datetime='2026-04-06']")!.ParentElement!.TextContent);
        Assert.Contains("共1项", next.Find(".month-sheet__caption").TextContent);
        var day = await page.FollowAsync("td:has(time[datetime='2026-03-23']) a");
        Assert.Contains("2026年3月23日有事项到期", day.VisibleText);
        Assert.Equal([two], NumbersOf(day));
        Assert.Contains("征求第三方意见到期", day.VisibleText);
        Assert.Equal([waiting.Number], NumbersOf(await page.FollowAsync("td:has(time[datetime='2026-03-02']) a")));

        // What is not the reader's is not there: nobody is responsible, another agency has nothing, an editor no calendar.
        Assert.Contains("没有到期的事项", (await handler.GetPageAsync($"{Calendar}?mine=true")).VisibleText);
        Assert.Contains("没有到期的事项", (await (await StaffAsync(Roles.Handler, "SMX-GXJ")).GetPageAsync(Calendar)).VisibleText);
        await (await StaffAsync(Roles.Editor)).GetPageAsync(Calendar, HttpStatusCode.Forbidden);
        foreach (var (month, what) in new[] { ("1800-01", "工作日历里没有这个月"), ("2026-13", "请写成2026-03的样子"), ("<x>", "请写成2026-03的样子") })
        {
            // What cannot be read is told and stays; what is shown instead is said.
            var unread = await handler.GetPageAsync($"{Calendar}?month={Uri.EscapeDataString(month)}&agency={Agency}");
            Assert.Contains(what, unread.TextsOf(".govuk-error-summary li").Single());
            Assert.Contains("下面是2026年3月", unread.TextsOf(".govuk-error-summary li").Single());
            Assert.Equal(month, unread.Find("#month").GetAttribute("value"));
            Assert.Contains("2026年3月", unread.Find(".month-sheet__caption").TextContent);
            Assert.Empty(PageFaults.Of(unread));
        }

        Assert.Contains("2026年4月", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["month"] = "2026年4月" })).Find(".month-sheet__caption").TextContent);
        var undated = await handler.GetPageAsync("/console/disclosure?due=2026-02-30");
        Assert.Contains("现在没有按这个日期筛选", undated.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal("2026-02-30", undated.Find("#due").GetAttribute("value"));
        Assert.Equal(3, NumbersOf(undated).Count);
        Assert.Empty(PageFaults.Of(undated));
        Assert.Equal([two], NumbersOf(await undated.SubmitAsync("main form", new Dictionary<string, string> { ["due"] = "2026年3月23日" })));

        // What was done is gone, what was not asked for in time too; what is late stays.
        await TodayAsync("2026-03-31");
        await Office.RecordAsync(handler, two, "consultationEnded");
        var late = await handler.GetPageAsync($"{Calendar}?month=2026-03&agency={Agency}");
        Assert.Null(DayOf(late, "2026-03-11"));
        Assert.Null(DayOf(late, "2026-03-23"));
        Assert.Equal("答复 1", DayOf(late, "2026-03-30"));
        Assert.Equal([one], NumbersOf(await late.FollowAsync("td:has(time[datetime='2026-03-30']) a")));
    }

    [Fact]
    public async Task What_is_due_for_requests_of_before_it_was_kept_is_written_at_the_start()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler, "SMX-YJJ");
        var number = await FiledAsync(citizen, handler, "SMX-YJJ");
        var before = await LimitsAsync(number);
        Assert.Equal(2, before.Count);
        await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<LimitRow>().Where(limit => limit.Request!.Number == number).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        Assert.True(await Portal.Host.InScopeAsync(services => services.GetRequiredService<LimitKeeping>().FillAsync(TestContext.Current.CancellationToken)) > 0);
        Assert.Equal(before, await LimitsAsync(number));
        Assert.Equal(0, await Portal.Host.InScopeAsync(services => services.GetRequiredService<LimitKeeping>().FillAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task R_FEE_An_administrator_changes_the_tables_and_each_notice_keeps_its_own()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, administrator) = (await StaffAsync(Roles.Handler, "SMX-KJJ"), await StaffAsync(Roles.Administrator));
        await handler.GetPageAsync(Fees, HttpStatusCode.Forbidden);
        var (early, later) = (await FiledAsync(citizen, handler, "SMX-KJJ"), await Requests.FileAsync(citizen, Requests.Form(agency: "SMX-KJJ")));
        await Requests.ConfirmAsync(handler, later.Number);

        var page = await administrator.GetPageAsync(Fees);
        Assert.Empty(PageFaults.Of(page));
        Assert.Equal((3, 5), RowsOf(page)); // two and four bands, and an empty row each
        var more = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Basis"] = "还没有写完", ["Input.Requests[2].UpTo"] = "50" }, "button[formaction*=More]");
        Assert.Equal((7, 8), RowsOf(more));
        Assert.Equal(("还没有写完", "50"), (more.Find("#Input_Basis").GetAttribute("value"), more.Find("#Input_Requests_2__UpTo").GetAttribute("value")));
        Assert.Empty(more.TextsOf(".govuk-error-summary li"));
        var several = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Basis"] = "", ["Input.Requests[2].UpTo"] = "", ["Input.EffectiveOn"] = "明天", ["Input.StepSize"] = "-5" }, "button[formaction*=Save]");
        Assert.Equal(["每增加多少件请填1或者更大的整数，例如10", "生效日期请写成2026-3-5或者2026年3月5日的样子，并且是存在的日期。"], several.TextsOf(".govuk-error-summary li"));
        Assert.Equal(2, (await several.SubmitAsync("main form", new Dictionary<string, string> { ["Input.StepSize"] = "10" }, "button[formaction*=Save]")).TextsOf(".govuk-error-summary li").Count); // basis and day
        page = await administrator.GetPageAsync(Fees);
        var wrong = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Pages[1].Yuan"] = "一百", ["Input.Requests[1].UpTo"] = "5" }, "button[formaction*=Preview]");
        Assert.Equal(["每页多少元请填0或者更大的整数，例如10"], wrong.TextsOf(".govuk-error-summary li"));
        Assert.Contains("第11件或者更多", (await wrong.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Pages[1].Yuan"] = "12" }, "button[formaction*=Preview]")).TextsOf(".govuk-error-summary li").Single());
        var preview = await (await administrator.GetPageAsync(Fees)).SubmitAsync("main form", new Dictionary<string, string> { ["Input.Basis"] = "云政办〔2026〕9号", ["Input.Pages[1].Yuan"] = "12", ["Input.EffectiveOn"] = "2026-03-05" }, "button[formaction*=Preview]");
        Assert.Empty(PageFaults.Of(preview));
        Assert.Contains(preview.Document.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("100页") && row.TextContent.Contains("700元") && row.TextContent.Contains("840元"));
        var stale = await administrator.GetPageAsync(Fees);
        var saved = await preview.SubmitAsync("main form", button: "button[formaction*=Save]");
        Assert.Contains("2026年3月5日起的收费通知按它计算", saved.VisibleText);
        Assert.Contains("别人保存了新的一版", (await stale.SubmitAsync("main form", button: "button[formaction*=Save]", expected: HttpStatusCode.Conflict)).Find(".govuk-error-summary").TextContent);
        Assert.Contains("不能早于今天", (await saved.SubmitAsync("main form", new Dictionary<string, string> { ["Input.EffectiveOn"] = "2026-03-01" }, "button[formaction*=Save]")).TextsOf(".govuk-error-summary li").Single());

        // A notice before that day by the old tables, one after it by the new ones; the requester sees how.
        await Office.RecordAsync(handler, early, "feeNoticed", ("Basis", "ByPage"), ("Quantity", "100"));
        await TodayAsync("2026-03-05");
        Assert.Contains("应缴700元（国办函〔2020〕109号）", (await handler.GetPageAsync($"/console/disclosure/{early}")).VisibleText);
        var check = await Office.CheckAsync(await Office.OpenAsync(handler, later.Number, "feeNoticed"), ("Basis", "ByPage"), ("Quantity", "100"));
        Assert.Contains("应缴840元（云政办〔2026〕9号）", check.Find("article.document").TextContent);
        await Office.ConfirmAsync(check);
        Assert.Contains("应缴840元（云政办〔2026〕9号）", (await Requests.AskAsync(citizen, later.Number, later.Code)).VisibleText);
    }

    [Fact]
    public async Task R_36_The_requester_reads_the_remedies_of_the_letter_whatever_is_saved_later()
    {
        const string Agency = "SMX-CZJ";
        using var citizen = Portal.NewVisitor();
        var (handler, head, administrator) = (await StaffAsync(Roles.Handler, Agency), await StaffAsync(Roles.Head, Agency), await StaffAsync(Roles.Administrator));
        await SaveAsync(administrator, "outcome-r4_2", "应当先申请复议");
        Assert.Contains("不要写别的", (await (await administrator.GetPageAsync("/console/letters/outcome-r4_2")).SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = "随便" }, "button[formaction*=Save]")).VisibleText);
        await SaveAsync(administrator, "remedy-first", "不服的，应当自收到之日起60日内先向{{复议机关}}申请行政复议，再向{{法院}}起诉。甲版。");
        var filed = await Requests.FileAsync(citizen, Requests.Form(agency: Agency));
        await Requests.ConfirmAsync(handler, filed.Number);
        await Office.RecordAsync(handler, filed.Number, "replyProposed", "making", ("Reason", "没有现成的"));
        await Office.RecordAsync(head, filed.Number, "replied");
        var office = await Office.RecordAsync(handler, filed.Number, "served", ("Way", "InPerson"));
        Portal.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(administrator, "remedy-first", "不服的，应当自收到之日起60日内先向{{复议机关}}申请行政复议，再向{{法院}}起诉。乙版。");

        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        var told = mine.Find("[data-remedies]").TextContent;
        Assert.Equal("不服的，应当自收到之日起60日内先向三门峡市人民政府申请行政复议，再向有管辖权的人民法院起诉。甲版。", told);
        Assert.Contains(told, await LetterBook.WordAsync(handler, LetterBook.Of(office)["政府信息无法提供答复书"]));
        Assert.Contains("收到复议决定书", mine.VisibleText);
        Assert.Empty(PageFaults.Of(mine));
    }

    [Fact]
    public async Task R_35_A_later_date_is_told_and_moves_deadline_letter_and_reminders()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler, "SMX-KJJ"), await StaffAsync(Roles.Head, "SMX-KJJ"));
        var filed = await Requests.FileAsync(citizen, Requests.Form(agency: "SMX-KJJ"));
        await Requests.ConfirmAsync(handler, filed.Number);
        await Office.RecordAsync(handler, filed.Number, "reasonsAsked", ("What", "一个月内第九次"), ("Until", "2026-03-18"));
        await Office.RecordAsync(handler, filed.Number, "reasonsGiven", ("Text", "研究需要"));
        var refused = await Office.CheckAsync(await Office.OpenAsync(head, filed.Number, "postponed"), ("Until", "2026-03-30"), ("Reason", "太多"));
        Assert.Contains("应当晚于现在的最迟答复日期（2026年3月30日）", refused.Find(".govuk-error-summary").TextContent);
        var check = await Office.CheckAsync(await Office.OpenAsync(head, filed.Number, "postponed"), ("Until", "2026-05-30"), ("Reason", "材料分散在十二个部门"));
        Assert.Contains("2026年3月30日 → 2026年6月1日", check.Find("[data-effect]").TextContent);
        Assert.Contains("政府信息公开延迟答复告知书", check.Find("article.document").TextContent);
        await Office.ConfirmAsync(check);

        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("2026年6月1日", mine.Find(".deadline").TextContent);
        Assert.Contains("确定延迟至2026年5月30日答复（《条例》第三十五条）", mine.VisibleText);
        Assert.Contains("政府信息公开延迟答复告知书", LetterBook.Of(mine).Keys);
        Assert.Contains((LimitKind.Reply, new DateOnly(2026, 6, 1)), (await LimitsAsync(filed.Number)).Select(limit => (limit.Kind, limit.DueOn)));
        Assert.Equal([26], (await LetterBook.RowsAsync(Portal, filed.Number)).Where(row => row.Row.Number is not null).Select(row => row.Row.Kind).Except([4]));
    }

    [Fact]
    public async Task R_41_A_correction_is_filed_listed_and_answered_as_such_and_not_counted()
    {
        const string Agency = "SMX-GAJ";
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler, Agency), await StaffAsync(Roles.Head, Agency));
        var first = await (await citizen.GetPageAsync("/disclosure")).FollowAsync("main a[href*='correction=true']");
        Assert.True(((IHtmlInputElement)first.Find("[name='Input.Correction'][value=true]")).IsChecked);
        var start = await first.SubmitAsync("main form", button: "button[formaction*=Whole]");
        Assert.Contains("要求更正与自己有关的信息", start.Find("h1").TextContent);
        Assert.Contains("能证明它不准确的材料", start.Find("#papers-hint").TextContent);
        Assert.Contains("可以在后面作为附件提交", start.Find("#wanted-hint").TextContent);
        Assert.Contains("能帮助机关找到信息的材料", (await citizen.GetPageAsync("/disclosure/requests/new?whole=true")).Find("#papers-hint").TextContent);
        Assert.Contains("申请人提供的证据", (await handler.GetPageAsync("/console/disclosure/intake?correction=true")).Find("#papers-hint").TextContent);
        var missing = await start.SubmitAsync("main form", Requests.Form("户籍登记", Agency));
        Assert.Contains("请写明哪里不准确，应当是什么", missing.TextsOf(".govuk-error-summary li").Single().Replace("、", "，"));
        var check = await missing.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Description"] = "出生日期错了一天，身份证上的才对" });
        Assert.Contains("更正与自身相关的信息记录", check.VisibleText);
        Assert.Empty(PageFaults.Of(check));
        var filed = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        await Requests.ConfirmAsync(handler, filed.Number);
        var plain = await FiledAsync(citizen, handler, Agency);

        // Taken at the counter it is the same kind of case; the list tells them apart.
        var intake = await (await (await handler.GetPageAsync("/console/disclosure/intake?correction=true")).SubmitAsync(
            "main form", new Dictionary<string, string>(Requests.Form("户籍登记", Agency)) { ["Channel"] = "InPerson", ["Arrived"] = "2026-03-02", ["Input.Description"] = "住址写错" }))
            .SubmitAsync("main form", button: "button[formaction*=File]");
        Assert.Equal(new[] { filed.Number, Requests.Read(intake).Number }.Order(), NumbersOf(await handler.GetPageAsync("/console/disclosure?matter=Correction")).Order());
        Assert.Equal([plain], NumbersOf(await handler.GetPageAsync("/console/disclosure?matter=Information")));

        await Office.RecordAsync(handler, filed.Number, "replyProposed", "corrected", ("Result", "已经更正出生日期"), ("Reason", "审核属实"));
        await Office.RecordAsync(head, filed.Number, "replied");
        await Office.RecordAsync(handler, filed.Number, "served", ("Way", "InPerson"));
        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("予以更正", mine.VisibleText);
        Assert.Equal(["政府信息更正申请登记回执", "政府信息更正答复书"], LetterBook.Of(mine).Keys);
        var receipt = await citizen.GetPageAsync(LetterBook.Of(mine)["政府信息更正申请登记回执"]);
        Assert.Equal("政府信息更正申请登记回执", receipt.Find("h1").LastChild!.TextContent);
        Assert.Contains("《条例》没有规定更正的期限", receipt.VisibleText);
        Assert.DoesNotContain("公开申请", receipt.VisibleText);
        Assert.Contains("您提出的政府信息更正申请", await LetterBook.WordAsync(citizen, LetterBook.Of(mine)["政府信息更正申请登记回执"]));
        Assert.Contains("60日", mine.Find("[data-remedies]").TextContent);
        Assert.DoesNotContain("提议机关把它公开", mine.VisibleText);
        Assert.Contains("《条例》没有规定更正的期限", mine.VisibleText);

        // Table three counts the plain request alone.
        var figures = await Portal.Host.InScopeAsync(services => services.GetRequiredService<RegisterFigures>().CountAsync([Agency], new ReportYear(2026), TestContext.Current.CancellationToken));
        Assert.Equal((1, 0, 1), (figures[ReportRow.New, null], figures[ReportRow.Results, null], figures[ReportRow.CarriedOut, null]));
        var report = ReportChecks.Balance(figures);
        Assert.True(report.Holds);
    }

    [Fact]
    public async Task R_CH_What_an_agency_does_not_declare_is_not_offered_and_visits_and_post_always_are()
    {
        const string Agency = "SMX-SFJ";
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler, Agency), await StaffAsync(Roles.Head, Agency));
        Assert.Equal(["InPerson", "Oral", "SignedPost", "OrdinaryPost", "Email"], ChannelsOf(await handler.GetPageAsync("/console/disclosure/intake")));
        Assert.Contains(Agency, AgenciesOf(await citizen.GetPageAsync("/disclosure/requests/new?whole=true")));

        await handler.GetPageAsync($"/console/disclosure-channels/{Agency}", HttpStatusCode.NotFound);
        await head.GetPageAsync("/console/disclosure-channels/SMX-CZJ", HttpStatusCode.NotFound);
        var list = await head.GetPageAsync("/console/disclosure-channels");
        var form = await list.FollowAsync($"main a[href$='{Agency}']");
        Assert.Empty(PageFaults.Of(form));
        ((IHtmlInputElement)form.Find("#TakesInternet")).IsChecked = false;
        ((IHtmlInputElement)form.Find("#TakesFax")).IsChecked = true;
        var wrong = await form.SubmitAsync("main form", new Dictionary<string, string> { ["EffectiveOn"] = "下周", ["Hours"] = new('时', 201) });
        Assert.Equal(3, wrong.TextsOf(".govuk-error-summary li").Count); // fax, hours and day in one round
        Assert.Contains("请填写传真号码", wrong.TextsOf(".govuk-error-summary li")[0]);
        Assert.Contains("已保存", (await wrong.SubmitAsync("main form", new Dictionary<string, string> { ["FaxNumber"] = "0000-1234567", ["Hours"] = "工作日上午", ["EffectiveOn"] = "2026-03-02" })).VisibleText);

        Assert.Equal(["InPerson", "Oral", "SignedPost", "OrdinaryPost", "Fax"], ChannelsOf(await handler.GetPageAsync("/console/disclosure/intake"))); // mail is of the internet
        Assert.DoesNotContain(Agency, AgenciesOf(await citizen.GetPageAsync("/disclosure/requests/new?whole=true")));
        var forged = await citizen.GetPageAsync("/disclosure/requests/new?whole=true");
        forged.Find("#Input_Agency option:last-child").SetAttribute("value", Agency);
        Assert.Contains("请选择向哪个机关申请", (await forged.SubmitAsync("main form", Requests.Form(agency: Agency))).TextsOf(".govuk-error-summary li"));
        Assert.Contains("当面、邮寄、传真（0000-1234567）申请；接待时间：工作日上午", (await citizen.GetPageAsync("/disclosure")).VisibleText);
    }

    [Fact]
    public async Task The_work_list_is_read_in_the_order_of_its_index()
    {
        var plan = await Portal.Host.InScopeAsync(async services =>
        {
            var (db, list) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<WorkList>());
            var reach = new AgencyReach(Everything: false, new HashSet<string> { Requests.Agency });
            var query = list.Found(reach, WorkFilter.Read("open", null, null, null, null, null), new(new(2026, 3, 2), new(2026, 3, 9), "x"))
                .OrderBy(r => r.Standing).ThenBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Number).Take(WorkList.PageSize);
            return await PlanAsync(db, query);
        });
        Assert.Contains("IX_disclosure_requests_AgencyId_Standing_DueOn", plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
        Assert.DoesNotContain("Sort", plan);
    }

    [Fact]
    public async Task R_18_What_is_to_be_reviewed_and_what_is_not_registered_are_found_by_their_indexes()
    {
        var plans = await Portal.Host.InScopeAsync(async services =>
        {
            var (db, list) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<WithheldList>());
            var (one, all) = (new AgencyReach(Everything: false, new HashSet<string> { Requests.Agency }), new AgencyReach(Everything: true, new HashSet<string>()));
            var days = new ReviewDays(new(2026, 3, 2), new(2026, 2, 28), new(2026, 4, 1));
            return new[]
            {
                await PlanAsync(db, list.Found(one, WithheldView.Late, days).Take(WithheldList.PageSize)), await PlanAsync(db, list.Found(all, WithheldView.Late, days).Take(WithheldList.PageSize)),
                await PlanAsync(db, services.GetRequiredService<UnregisteredCases>().Requests(one)),
            };
        });
        Assert.Contains("IX_disclosure_withheld_due_of_agency", plans[0]);
        Assert.Contains("IX_disclosure_withheld_due", plans[1]);
        Assert.All(plans.Take(2), plan => Assert.DoesNotContain("TEMP B-TREE", plan));
        Assert.All(plans.Take(2), plan => Assert.DoesNotContain("Sort", plan));
        // Of the agency's indexes PostgreSQL takes any while it has seen no rows; by one of them it goes in any case.
        Assert.Contains("IX_disclosure_requests_AgencyId_", plans[2]);
        Assert.Contains("IX_disclosure_withheld_RequestId", plans[2]);
    }

    /// <summary>How the database would go about a query.</summary>
    protected abstract Task<string> PlanAsync(PortalDbContext db, IQueryable query);

    private static (int Requests, int Pages) RowsOf(PortalPage page) => (page.Document.QuerySelectorAll("[name^='Input.Requests'][name$=UpTo]").Length, page.Document.QuerySelectorAll("[name^='Input.Pages'][name$=UpTo]").Length);

    private static string? DayOf(PortalPage page, string day) => page.Document.QuerySelector($"td:has(time[datetime='{day}']) ul")?.TextContent.Replace('\u00a0', ' ').Trim();

    private static List<string> NumbersOf(PortalPage page) => [.. page.Document.QuerySelectorAll("tbody tr th a").Select(link => link.TextContent.Trim())];

    private static IEnumerable<string?> ChannelsOf(PortalPage page) => page.Document.QuerySelectorAll("[name=Channel]").Select(radio => radio.GetAttribute("value"));

    private static IEnumerable<string?> AgenciesOf(PortalPage page) => page.Document.QuerySelectorAll("#Input_Agency option").Select(option => option.GetAttribute("value"));

    private static async Task<string> FiledAsync(PortalVisitor citizen, PortalVisitor handler, string agency)
    {
        var filed = await Requests.FileAsync(citizen, Requests.Form(agency: agency));
        await Requests.ConfirmAsync(handler, filed.Number);
        return filed.Number;
    }

    private static async Task SaveAsync(PortalVisitor administrator, string key, string text) => Assert.Contains("已保存新的一版", (await (await administrator.GetPageAsync($"/console/letters/{key}"))
        .SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = text }, "button[formaction*=Save]")).VisibleText);

    private Task<List<(LimitKind Kind, DateOnly DueOn)>> LimitsAsync(string number) => Portal.Host.InScopeAsync(async services =>
        (await services.GetRequiredService<PortalDbContext>().Set<LimitRow>().Where(limit => limit.Request!.Number == number).OrderBy(limit => limit.Kind).ToListAsync())
            .Select(limit => (limit.Kind, limit.DueOn)).ToList());
}

[Trait("Database", "SQLite")]
public sealed class OfficeDataTestsOnSqlite(SqlitePortal portal) : OfficeDataTests(portal), IClassFixture<SqlitePortal>
{
    protected override async Task<string> PlanAsync(PortalDbContext db, IQueryable query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}

[Trait("Database", "PostgreSQL")]
public sealed class OfficeDataTestsOnPostgres(PostgresPortal portal) : OfficeDataTests(portal), IClassFixture<PostgresPortal>
{
    protected override async Task<string> PlanAsync(PortalDbContext db, IQueryable query)
    {
        // With a handful of rows a scan is the best plan there is: the question is whether the index can give the order.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off;");
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
