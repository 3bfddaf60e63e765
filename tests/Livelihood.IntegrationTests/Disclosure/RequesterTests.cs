using System.Net;
using Livelihood.Disclosure.Register;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>What requesters do after filing, with number and query code alone.</summary>
public abstract class RequesterTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Mine = "/disclosure/requests/mine";

    [Fact]
    public async Task R_30_The_requester_answers_a_correction_and_the_clock_begins_anew()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, code) = await ConfirmedAsync(citizen, handler);
        await Office.RecordAsync(handler, number, "correctionAsked", ("On", "2026-03-02"), ("What", "哪一年的文件"), ("Until", "2026-03-16"));

        await TodayAsync("2026-03-10");
        var page = await Requests.AskAsync(citizen, number, code);
        Assert.Contains("请您补充说明", page.VisibleText);
        Assert.Contains("2026年3月16日 提交补正的最后一天", page.VisibleText);
        Assert.Empty(PageFaults.Of(page));
        var form = await page.FollowAsync("main a[href$=correctionArrived]");
        Assert.Contains("机关要求补正：哪一年的文件（请在2026年3月16日以前", form.VisibleText);
        Assert.Empty(PageFaults.Of(form));
        Assert.Contains("请填写补正的内容", (await Office.CheckAsync(form, ("Text", " "))).TextsOf(".govuk-error-summary li").Single());

        var check = await Office.CheckAsync(form, ("Text", "2019年的\n<b>两份</b>"));
        Assert.Equal("2026年4月8日（重新计算）", check.Find("[data-effect]").TextContent);
        Assert.Empty(PageFaults.Of(check));
        Assert.Contains("<b>两份</b>", (await check.SubmitAsync("main form", button: "button[formaction*=Edit]")).Find("textarea").TextContent);
        var done = await Office.ConfirmAsync(check);
        Assert.Equal(Mine, done.Address.AbsolutePath);
        Assert.Contains("已登记：提交补正", done.VisibleText);
        Assert.Contains("2026年4月8日", done.Find(".deadline").TextContent);
        Assert.Empty(PageFaults.Of(done));

        // Sent once more from the page that lay open: nothing is doubled.
        var twice = await Office.ConfirmAsync(check, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("不能登记“收到补正的申请”", twice.TextsOf(".govuk-error-summary li").Single());
        var seen = await handler.GetPageAsync($"/console/disclosure/{number}");
        Assert.Single(seen.TextsOf(".timeline__title"), title => title == "收到补正的申请");
        Assert.Contains("2019年的", seen.VisibleText);
    }

    [Fact]
    public async Task R_47_A_complaint_waits_for_the_deadline_and_reaches_the_supervisor()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var supervisor = await StaffAsync(Roles.Supervisor, "SMX");
        var (number, code) = await ConfirmedAsync(citizen, handler);
        var page = await Requests.AskAsync(citizen, number, code);
        Assert.Contains("现在还不能投诉：答复期限到2026年3月30日", page.VisibleText);
        var early = await (await citizen.GetPageAsync($"{Mine}/complaintFiled")).SubmitAsync(
            "main form", new Dictionary<string, string> { ["Input[Text]"] = "太慢" }, "button[formaction*=Check]", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("还没有届满", early.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal("太慢", early.Find("textarea").TextContent.Trim());

        await TodayAsync("2026-03-31");
        var form = await (await Requests.AskAsync(citizen, number, code)).FollowAsync("main a[href$=complaintFiled]");
        var done = await Office.ConfirmAsync(await Office.CheckAsync(form, ("Text", "到期没有答复")));
        Assert.Contains("已登记：投诉", done.VisibleText);
        Assert.Contains("到期没有答复", (await supervisor.GetPageAsync($"/console/disclosure/{number}")).VisibleText);
        var late = await citizen.GetPageAsync(Mine);
        Assert.Contains("机关逾期没有答复，怎么办", late.VisibleText);
        Assert.Contains("最迟2026年9月30日", late.Find("[data-remedy=litigation]").TextContent);

        // What one may do is worded by administrators, with its first day: today the delivered text, from then on theirs.
        Assert.Contains("可以向有管辖权的人民法院提起行政诉讼。法律规定应当先申请行政复议的", late.Find("[data-remedy=litigation]").TextContent);
        using var administrator = await Portal.Host.SignInAsync(Roles.Administrator);
        var edit = await administrator.GetPageAsync("/console/letters/silence-litigation");
        Assert.Empty(PageFaults.Of(edit));
        Assert.Contains("请写上{{法院}}", (await edit.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = "可以起诉。" }, "button[formaction*=Save]")).VisibleText);
        await edit.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = "新的写法：可以向{{法院}}起诉。", ["EffectiveOn"] = "2026-04-01" }, "button[formaction*=Save]");
        Assert.DoesNotContain("新的写法", (await citizen.GetPageAsync(Mine)).VisibleText);
        await TodayAsync("2026-04-01");
        Assert.Contains("新的写法：可以向有管辖权的人民法院起诉。", (await Requests.AskAsync(citizen, number, code)).Find("[data-remedy=litigation]").TextContent);
        await Office.RecordAsync(supervisor, number, "complaintDecided", ("Id", "1"), ("Orders", "yes"), ("Text", "十日内答复"), ("RemedyBy", "2026-04-10"));
        var ordered = await citizen.GetPageAsync(Mine);
        Assert.Contains("第1件：责令改正", ordered.VisibleText);
        Assert.Contains("还没有改正", ordered.Find("[data-order='1']").TextContent);

        // The head answers for it that it was done; the requester reads what.
        var head = await StaffAsync(Roles.Head);
        await Office.RecordAsync(head, number, "remedied", ("What", "已于今天答复并送达"));
        Assert.Contains("已改正", (await citizen.GetPageAsync(Mine)).Find("[data-order='1']").TextContent);
        Assert.Contains("已于今天答复并送达", (await supervisor.GetPageAsync($"/console/disclosure/{number}")).Find("[data-order='1']").TextContent);
    }

    [Fact]
    public async Task A_request_is_withdrawn_once_and_for_good()
    {
        using var citizen = Portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        var form = await (await Requests.AskAsync(citizen, filed.Number, filed.Code)).FollowAsync("main a[href$=withdrawn]");
        Assert.Contains("不能恢复", form.VisibleText);
        var check = await Office.CheckAsync(form);
        Assert.Contains("已登记：撤回申请", (await Office.ConfirmAsync(check)).VisibleText);
        var after = await Office.ConfirmAsync(check, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("已办结", after.TextsOf(".govuk-error-summary li").Single());
        Assert.Empty((await citizen.GetPageAsync(Mine)).Document.QuerySelectorAll("a[href*='mine/']"));
    }

    [Fact]
    public async Task What_the_office_recorded_meanwhile_is_shown_before_anything_is_sent_and_nothing_typed_is_lost()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, code) = await ConfirmedAsync(citizen, handler);
        await Requests.AskAsync(citizen, number, code);
        var check = await Office.CheckAsync(await citizen.GetPageAsync($"{Mine}/withdrawn"), ("Reason", "已经找到"));
        await Office.RecordAsync(handler, number, "correctionAsked", ("On", "2026-03-02"), ("What", "哪一年"), ("Until", "2026-03-16"));
        var stale = await Office.ConfirmAsync(check, HttpStatusCode.Conflict);
        Assert.Contains("又有新的登记", stale.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal("已经找到", stale.Find("textarea").TextContent.Trim());
        var done = await Office.ConfirmAsync(await Office.CheckAsync(stale));
        Assert.Equal("已登记：撤回申请。", done.TextsOf(".govuk-notification-banner__heading").Single());
    }

    [Fact]
    public async Task Nobody_without_the_code_sees_or_does_anything_and_the_pass_ends()
    {
        using var citizen = Portal.NewVisitor();
        using var stranger = Portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Equal(Mine, mine.Address.AbsolutePath);
        foreach (var path in new[] { Mine, $"{Mine}/withdrawn", $"{Mine}/complaintFiled", $"{Mine}?handler=Dates" })
        {
            var refused = await stranger.GetPageAsync(path);
            Assert.Equal("/disclosure/requests/status", refused.Address.AbsolutePath);
            Assert.DoesNotContain(filed.Number, refused.Html);
        }

        await citizen.GetPageAsync($"{Mine}/confirmed", HttpStatusCode.NotFound);
        using var answer = await stranger.PostAsync($"{Mine}/withdrawn?handler=Record", new Dictionary<string, string>(), tokenFrom: "/disclosure/requests/status");
        Assert.Equal("/disclosure/requests/status", answer.RequestMessage!.RequestUri!.AbsolutePath);
        using var forged = new HttpRequestMessage(HttpMethod.Get, Mine) { Headers = { { "Cookie", $"{RequestPass.Cookie}=CfDJ8{filed.Number}" } } };
        using var withForged = await stranger.SendRawAsync(forged);
        Assert.Equal("/disclosure/requests/status", withForged.RequestMessage!.RequestUri!.AbsolutePath);

        Portal.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(Mine, (await citizen.GetPageAsync(Mine)).Address.AbsolutePath);
        Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/disclosure/requests/status", (await citizen.GetPageAsync(Mine)).Address.AbsolutePath);
        var again = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Equal("/disclosure/requests/status", (await again.SubmitAsync("main form[action*=Leave]")).Address.AbsolutePath);
        Assert.Equal("/disclosure/requests/status", (await citizen.GetPageAsync(Mine)).Address.AbsolutePath);
    }

    [Fact]
    public async Task The_days_are_an_icalendar_file_and_no_cache_keeps_it()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, code) = await ConfirmedAsync(citizen, handler);
        await Requests.AskAsync(citizen, number, code);
        using var answer = await citizen.GetAsync($"{Mine}?handler=Dates");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"UID:{number}-reply@", text);
        Assert.Contains("DTSTART;VALUE=DATE:20260330\r\n", text);
    }
}

[Trait("Database", "SQLite")]
public sealed class RequesterTestsOnSqlite(SqlitePortal portal) : RequesterTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class RequesterTestsOnPostgres(PostgresPortal portal) : RequesterTests(portal), IClassFixture<PostgresPortal>;
