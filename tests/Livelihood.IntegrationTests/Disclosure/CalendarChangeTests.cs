using System.Net;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>R-C3: an administrator changes the calendar in the middle of running requests.</summary>
public abstract class CalendarChangeTests(PortalFixture portal)
{
    [Fact]
    public async Task R_C3_A_changed_calendar_recomputes_open_requests_and_their_history_says_so()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen, new(Requests.Form()) { ["Input.Email"] = "moved@example.com" });
        var unconfirmed = await Requests.FileAsync(citizen, new(Requests.Form("还没有确认的申请")) { ["Input.Email"] = "unmoved@example.com" });
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        await Requests.ConfirmAsync(handler, filed.Number);
        var replied = await AnsweredAsync(citizen, handler, isServed: false);
        var ended = await AnsweredAsync(citizen, handler, isServed: true);

        using var administrator = await portal.Host.SignInAsync(Roles.Administrator, "SMX");
        var calendar = await administrator.GetPageAsync("/console/calendar?Year=2026");
        var holidays = calendar.Find("textarea[name=Holidays]").TextContent;
        var changed = await calendar.SubmitAsync("main form[method=post]", new Dictionary<string, string>
        {
            ["Holidays"] = holidays + "\n临时放假 2026-03-16 至 2026-03-18",
            ["Reason"] = "测试：临时放假三天",
        });
        Assert.Contains("工作日历已更新", changed.VisibleText);

        var status = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("2026年4月2日", status.Find(".deadline").TextContent);
        Assert.Contains("最迟答复日期由2026年3月30日改为2026年4月2日", status.VisibleText);
        Assert.Contains("2026年3月16日至3月18日：临时放假", status.VisibleText);
        Assert.DoesNotContain("工作日历变更", (await Requests.AskAsync(citizen, unconfirmed.Number, unconfirmed.Code)).VisibleText);
        // A reply that is not served yet moves too; what has ended keeps its days, whatever is noted of it later.
        Assert.Equal(((DateOnly?)On("2026-04-02"), 5), await DueAsync(replied));
        await RecordAsync(ended, new Noted(On("2026-03-02"), "归档", "account:handler"));
        Assert.Equal(((DateOnly?)On("2026-03-30"), 5), await DueAsync(ended));
        Assert.Equal(0, await portal.Host.InScopeAsync(services => services.GetRequiredService<DeadlineRecomputation>().RunAsync(TestContext.Current.CancellationToken)));

        // Who asked is told once, with the way to the page and without the code; who has no deadline yet is told nothing.
        var told = (await portal.Host.MailsToAsync("moved@example.com"))[^1];
        Assert.Equal($"政府信息公开申请的最迟答复日期有变动（{filed.Number}）", told.Subject);
        Assert.Contains("原来：2026年3月30日", told.Body);
        Assert.Contains("现在：2026年4月2日", told.Body);
        Assert.Contains($"{portal.Host.BaseAddress}disclosure/requests/status?number={filed.Number}", told.Body);
        Assert.DoesNotContain(filed.Code, told.Body);
        Assert.Single(await portal.Host.MailsToAsync("unmoved@example.com"));

        // The page that was opened before the change can no longer be saved over it.
        var stale = await calendar.SubmitAsync("main form[method=post]", new Dictionary<string, string> { ["Reason"] = "测试：旧页面" });
        Assert.Contains("刚刚被别人修改过", stale.VisibleText);

        var wrong = await (await administrator.GetPageAsync("/console/calendar?Year=2026")).SubmitAsync(
            "main form[method=post]", new Dictionary<string, string> { ["MakeUpDays"] = "二月三十日", ["Reason"] = "测试" });
        Assert.Contains("第1行的“二月三十日”不是日期", wrong.VisibleText);
    }

    private async Task<string> AnsweredAsync(PortalVisitor citizen, PortalVisitor handler, bool isServed)
    {
        var number = (await Requests.FileAsync(citizen, Requests.Form(isServed ? "已经送达的申请" : "还没有送达的申请"))).Number;
        await Requests.ConfirmAsync(handler, number);
        var today = On("2026-03-02");
        await RecordAsync(number, new ReplyProposed(today, "r1", "account:handler", new("disclosed", Information: "一份")));
        await RecordAsync(number, new Replied(today, "r1", "", "account:head"));
        if (isServed)
        {
            await RecordAsync(number, new Served(today, ServiceWay.Post, "EMS"));
        }

        return number;
    }

    private Task RecordAsync(string number, RequestEvent happened) => portal.Host.InScopeAsync(services => services.GetRequiredService<RequestRecording>()
        .RecordAsync(new(number, BasedOn: null, new HashSet<EventSource> { EventSource.Handler, EventSource.Head }, happened), TestContext.Current.CancellationToken));

    /// <summary>The deadline as it is kept, and after which entry.</summary>
    private Task<(DateOnly? Due, int Sequence)> DueAsync(string number) => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var request = await db.Set<DisclosureRequest>().AsNoTracking().SingleAsync(r => r.Number == number, TestContext.Current.CancellationToken);
        var sequence = await db.Set<ReplyDeadlineRow>().Where(row => row.RequestId == request.Id).MaxAsync(row => row.Sequence, TestContext.Current.CancellationToken);
        return (request.DueOn, sequence);
    });

    private static DateOnly On(string date) => DateOnly.Parse(date);

    [Fact]
    public async Task Only_who_manages_the_calendar_sees_the_page()
    {
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        await handler.GetPageAsync("/console/calendar", HttpStatusCode.Forbidden);
    }
}

[Trait("Database", "SQLite")]
public sealed class CalendarChangeOnSqlite(SqlitePortal portal) : CalendarChangeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class CalendarChangeOnPostgres(PostgresPortal portal) : CalendarChangeTests(portal), IClassFixture<PostgresPortal>;
