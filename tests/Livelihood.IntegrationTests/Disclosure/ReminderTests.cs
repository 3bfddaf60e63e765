using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.Reminders;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Nobody misses a deadline, and nobody is told twice.</summary>
public abstract class ReminderTests(PortalFixture portal) : OfficeDays(portal)
{
    [Fact]
    public async Task R_33a_Handler_head_and_supervisor_are_reminded_once_at_their_marks_and_not_after_an_extension()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, head, supervisor) = (await MailboxAsync(Roles.Handler), await MailboxAsync(Roles.Head), await MailboxAsync(Roles.Supervisor, "SMX"));
        var staff = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, staff);
        await AssignAsync(staff, number, handler);
        await SendAsync();
        Assert.Empty(await MailsAsync(handler, number));

        // Due on 30 March.
        await TodayAsync("2026-03-23");
        await SendAsync();
        await SendAsync();
        Assert.Equal([$"依申请公开 {number}：答复期限还有5个工作日"], await MailsAsync(handler, number));
        Assert.Empty(await MailsAsync(head, number));

        // The server was off for some days: only what counts now is sent.
        await TodayAsync("2026-03-30");
        await SendAsync();
        Assert.Equal(["答复期限还有5个工作日", "答复期限今天届满"], (await MailsAsync(handler, number)).Select(subject => subject.Split('：')[1]));
        Assert.Single(await MailsAsync(head, number));
        Assert.Empty(await MailsAsync(supervisor, number));

        // A lawful extension: another deadline, far away.
        await Office.RecordAsync(staff, number, "extensionProposed", ("WorkingDays", "20"), ("Reason", "检索量大"));
        using var other = await StaffAsync(Roles.Head);
        await Office.RecordAsync(other, number, "extended");
        await TodayAsync("2026-04-07");
        await SendAsync();
        Assert.Equal(2, (await MailsAsync(handler, number)).Count);
        await TodayAsync("2026-05-29");
        await SendAsync();
        Assert.StartsWith($"依申请公开 {number}：答复期限已超过", (await MailsAsync(supervisor, number)).Single());
        Assert.Equal(3, (await MailsAsync(handler, number)).Count);
    }

    [Fact]
    public async Task R_35_After_a_later_date_was_set_nobody_is_pressed_before_it_and_everybody_at_its_marks()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, headBox) = (await MailboxAsync(Roles.Handler), await MailboxAsync(Roles.Head));
        var (staff, head) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head));
        var (number, _) = await ConfirmedAsync(citizen, staff);
        await AssignAsync(staff, number, handler);
        await Office.RecordAsync(staff, number, "reasonsAsked", ("What", "一个月内第九次"), ("Until", "2026-03-18"));
        await Office.RecordAsync(staff, number, "reasonsGiven", ("Text", "研究需要"));
        await Office.RecordAsync(head, number, "postponed", ("Until", "2026-05-30"), ("Reason", "材料分散在十二个部门"));

        // The former last day, 30 March, passes in silence; 30 May is a day off, so the reply is due on 1 June.
        Today("2026-03-31");
        await SendAsync();
        Assert.Empty(await MailsAsync(handler, number));
        Assert.Empty(await MailsAsync(headBox, number));
        Today("2026-05-25");
        await SendAsync();
        Assert.Equal([$"依申请公开 {number}：答复期限还有5个工作日"], await MailsAsync(handler, number));
        Today("2026-06-01");
        await SendAsync();
        await SendAsync();
        Assert.Equal("答复期限今天届满", (await MailsAsync(handler, number))[^1].Split('：')[1]);
        Assert.Equal(2, (await MailsAsync(handler, number)).Count);
        Assert.Equal(["答复期限今天届满"], (await MailsAsync(headBox, number)).Select(subject => subject.Split('：')[1]));
    }

    [Fact]
    public async Task R_31c_What_waits_for_its_confirmation_is_told_on_the_same_day()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await MailboxAsync(Roles.Handler);
        var filed = await Requests.FileAsync(citizen);
        await SendAsync();
        Assert.Equal([$"依申请公开 {filed.Number}：等待确认收到今天届满"], await MailsAsync(handler, filed.Number));
        await TodayAsync("2026-03-03");
        await SendAsync();
        Assert.Equal(2, (await MailsAsync(handler, filed.Number)).Count);
    }

    [Fact]
    public async Task Several_nodes_at_once_send_one_mail_to_the_person_responsible_alone()
    {
        using var citizen = Portal.NewVisitor();
        var (responsible, colleague) = (await MailboxAsync(Roles.Handler), await MailboxAsync(Roles.Handler));
        var staff = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, staff);
        await AssignAsync(staff, number, responsible);
        Today("2026-03-26");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync()));
        await SendAsync();
        Assert.Single(await MailsAsync(responsible, number));
        Assert.Empty(await MailsAsync(colleague, number));
    }

    [Fact]
    public async Task R_30_While_the_requester_has_to_correct_nobody_is_pressed()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await MailboxAsync(Roles.Handler);
        var staff = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, staff);
        await Office.RecordAsync(staff, number, "correctionAsked", ("On", "2026-03-02"), ("What", "哪一年"), ("Until", "2026-04-30"));
        Today("2026-03-30");
        await SendAsync();
        Assert.Empty(await MailsAsync(handler, number));
    }

    [Fact]
    public async Task R_30_R_32_R_FEE_What_others_have_to_do_is_reminded_of_once_and_the_list_tells_what_became_of_it()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, headBox) = (await MailboxAsync(Roles.Handler), await MailboxAsync(Roles.Head));
        var (staff, head, supervisor) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head), await StaffAsync(Roles.Supervisor, "SMX"));
        var (asked, _) = await ConfirmedAsync(citizen, staff);
        var (consulted, _) = await ConfirmedAsync(citizen, staff);
        var (noticed, _) = await ConfirmedAsync(citizen, staff);
        var (plain, _) = await ConfirmedAsync(citizen, staff);
        await Office.RecordAsync(staff, asked, "correctionAsked", ("What", "哪一年"), ("Until", "2026-03-16"));
        await Office.RecordAsync(staff, consulted, "consultationSent", ("With", "Agency"), ("Party", "共同机关"), ("About", "纪要"));
        await Office.RecordAsync(staff, noticed, "feeNoticed", ("Basis", "ByPage"), ("Quantity", "100"));
        foreach (var number in new[] { asked, consulted, noticed, plain })
        {
            await AssignAsync(staff, number, handler);
        }

        // Until 11 March a correction can be asked for, of the one where it was not.
        await TodayAsync("2026-03-10");
        await SendAsync();
        await SendAsync();
        Assert.Equal([$"依申请公开 {plain}：告知补正的期限还有1个工作日"], await MailsAsync(handler, plain));
        Assert.Empty(await MailsAsync(handler, asked));
        await TodayAsync("2026-03-17");
        await SendAsync();
        Assert.Equal(["申请人补正的期限已超过1个工作日"], (await MailsAsync(handler, asked)).Select(subject => subject.Split('：')[1]));
        Assert.Single(await MailsAsync(handler, plain));
        await TodayAsync("2026-03-20");
        await SendAsync();
        Assert.Equal(["第1封征求机关意见的期限还有1个工作日"], (await MailsAsync(handler, consulted)).Skip(1).Select(subject => subject.Split('：')[1]));
        await TodayAsync("2026-03-31");
        await SendAsync();
        await SendAsync();
        Assert.Equal(["缴费的期限已超过1个工作日"], (await MailsAsync(handler, noticed)).Select(subject => subject.Split("申请人")[1]));
        Assert.Contains("第1封征求机关意见的期限已超过6个工作日", (await MailsAsync(headBox, consulted)).Select(subject => subject.Split('：')[1]));

        // The list: of those who answer for the office, with what did not arrive.
        await staff.GetPageAsync("/console/disclosure-reminders", System.Net.HttpStatusCode.Forbidden);
        var page = await head.GetPageAsync($"/console/disclosure-reminders?q={consulted}&kind=JointConsultation&who=Handler");
        Assert.Equal([1, -1], MarksOf(page).Order().Reverse());
        Assert.Contains("等待发出", page.Find("tbody").TextContent);
        Assert.Empty(Host.PageFaults.Of(page));
        await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().Where(mail => mail.To == handler && mail.Subject.Contains(consulted))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LastError, "refused").SetProperty(mail => mail.Attempts, 1), TestContext.Current.CancellationToken));
        var unreached = await supervisor.GetPageAsync($"/console/disclosure-reminders?q={consulted}&unreached=true");
        Assert.Contains("没有发出，会再试", unreached.Find("tbody").TextContent);
        Assert.Contains("没有邮箱地址", unreached.Find("tbody").TextContent); // the head who signed in has none
        Assert.DoesNotContain("等待发出", unreached.Find("tbody").TextContent);
        Assert.Contains("没有这样的提醒", (await (await StaffAsync(Roles.Head, "SMX-KJJ")).GetPageAsync($"/console/disclosure-reminders?q={consulted}")).VisibleText);

        static IEnumerable<int> MarksOf(PortalPage page) => page.TextsOf("tbody [data-label=期限]").Select(text => text.Contains("届满后1个") ? -1 : text.Contains("届满前1个") ? 1 : 0);
    }

    [Fact]
    public async Task R_45_Who_has_the_next_turn_is_told_by_mail_and_what_the_requester_did_stands_in_a_list_of_its_own()
    {
        using var citizen = Portal.NewVisitor();
        var (account, handler) = await AccountAsync(Roles.Handler, StaffAccounts.DefaultAgency);
        var (headBox, supervisor) = (await MailboxAsync(Roles.Head), await MailboxAsync(Roles.Supervisor, "SMX"));
        using var staff = await Portal.Host.SignInAsync(account);
        var head = await StaffAsync(Roles.Head);
        var (number, _) = await ConfirmedAsync(citizen, staff);
        await AssignAsync(staff, number, handler);
        await Office.RecordAsync(staff, number, "correctionAsked", ("What", "哪一年"), ("Until", "2026-03-18"));
        Assert.Empty(await NewsAsync(handler, number)); // the office knows what it does itself

        await DoAsync(number, new CorrectionArrived(new(2026, 3, 2), "二〇一九年，申请人甲"));
        var (subject, body) = Assert.Single(await NewsAsync(handler, number));
        Assert.Equal($"申请 {number}：申请人提交了补正", subject);
        Assert.DoesNotContain("申请人甲", body);
        Assert.DoesNotContain("二〇一九年", body);
        Assert.Contains(number, (await staff.GetPageAsync("/console/disclosure?view=news")).VisibleText);

        await Office.RecordAsync(staff, number, "replyProposed", "disclosed", ("Information", "一份"));
        Assert.DoesNotContain(number, (await staff.GetPageAsync("/console/disclosure?view=news")).VisibleText);
        Assert.Equal([$"申请 {number}：答复已经拟定，请审批"], (await NewsAsync(headBox, number)).Select(mail => mail.Subject));
        await Office.RecordAsync(head, number, "replyReturned", ("Reason", "写明年份"));
        Assert.Equal([$"申请 {number}：拟定的答复被退回，请修改"], (await NewsAsync(handler, number)).Skip(1).Select(mail => mail.Subject));

        await AssertTurnedOffAndSeenAsync(citizen, staff, head, handler);
        Today("2026-04-20");
        await DoAsync(number, new ComplaintFiled(new(2026, 4, 20), "1", "没有答复"));
        Assert.Equal([$"申请 {number}：申请人投诉，请处理"], (await NewsAsync(supervisor, number)).Select(mail => mail.Subject));
        Assert.Equal(2, (await NewsAsync(handler, number)).Count);
    }

    /// <summary>Mails about turns end where they are not wanted; what was withdrawn is news until its handler opened it.</summary>
    private async Task AssertTurnedOffAndSeenAsync(PortalVisitor citizen, PortalVisitor handler, PortalVisitor head, string address)
    {
        var (number, _) = await ConfirmedAsync(citizen, handler);
        var (open, _) = await ConfirmedAsync(citizen, handler);
        await AssignAsync(handler, number, address);
        await AssignAsync(handler, open, address);
        var page = await handler.GetPageAsync("/account/mails");
        Assert.Contains(address, page.VisibleText);
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("期限的提醒照样发", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["News"] = "false" })).VisibleText);
        Assert.Equal("false", (await handler.GetPageAsync("/account/mails")).Find("input[name=News][checked]").GetAttribute("value"));
        await DoAsync(number, new Withdrawn(new(2026, 3, 2)));
        Assert.Empty(await NewsAsync(address, number));

        // A colleague's looking settles nothing; the handler's own does, once.
        await head.GetPageAsync($"/console/disclosure/{number}");
        Assert.Contains(number, (await handler.GetPageAsync("/console/disclosure?view=news")).VisibleText);
        Assert.Contains("撤回", (await handler.GetPageAsync($"/console/disclosure/{number}")).VisibleText);
        Assert.DoesNotContain(number, (await handler.GetPageAsync("/console/disclosure?view=news")).VisibleText);
        await handler.GetPageAsync($"/console/disclosure/{number}");
        Assert.Equal(1, await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .CountAsync(entry => entry.Action == "request.news-seen" && entry.SubjectId == number)));

        Today("2026-03-30");
        await SendAsync();
        Assert.NotEmpty(await MailsAsync(address, open));
    }

    /// <summary>The requester does something.</summary>
    private Task DoAsync(string number, RequestEvent happened) => Portal.Host.InScopeAsync(services =>
        services.GetRequiredService<RequestRecording>().RecordAsync(new(number, BasedOn: null, RequesterDesk.Sources, happened), TestContext.Current.CancellationToken));

    private async Task<List<(string Subject, string Body)>> NewsAsync(string address, string number) =>
        [.. (await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking()
            .Where(mail => mail.To == address && mail.Subject.StartsWith("申请 ") && mail.Subject.Contains(number)).OrderBy(mail => mail.Id).ToListAsync())).Select(mail => (mail.Subject, mail.Body))];

    private async Task<string> MailboxAsync(string role, string agency = StaffAccounts.DefaultAgency) => (await AccountAsync(role, agency)).Address;

    private async Task<(StaffAccount Account, string Address)> AccountAsync(string role, string agency)
    {
        var name = $"m{Guid.NewGuid():n}"[..12];
        var password = await Portal.Host.InScopeAsync(services => services.GetRequiredService<AccountRegistrar>().CreateAsync(
            new NewAccount(name, "测试" + role, role, agency, Email: $"{name}@example.org", Password: null)));
        return (new(name, password), $"{name}@example.org");
    }

    private async Task AssignAsync(PortalVisitor staff, string number, string address)
    {
        var account = await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Users.Where(a => a.Email == address).Select(a => a.Id).SingleAsync());
        await Office.RecordAsync(staff, number, "assigned", ("To", $"account:{account}"));
    }

    private Task<int> SendAsync() => Portal.Host.InScopeAsync(services => services.GetRequiredService<ReminderRun>().SendAsync(TestContext.Current.CancellationToken));

    private Task<List<string>> MailsAsync(string address, string number) => Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>()
        .Where(mail => mail.To == address && mail.Subject.StartsWith("依申请公开") && mail.Subject.Contains(number)).OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync());
}

[Trait("Database", "SQLite")]
public sealed class ReminderTestsOnSqlite(SqlitePortal portal) : ReminderTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ReminderTestsOnPostgres(PostgresPortal portal) : ReminderTests(portal), IClassFixture<PostgresPortal>;
