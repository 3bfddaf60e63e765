using Livelihood.Disclosure.Reminders;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
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
        await TodayAsync("2026-03-26");
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
        await TodayAsync("2026-03-30");
        await SendAsync();
        Assert.Empty(await MailsAsync(handler, number));
    }

    private async Task<string> MailboxAsync(string role, string agency = StaffAccounts.DefaultAgency)
    {
        var name = $"m{Guid.NewGuid():n}"[..12];
        await Portal.Host.InScopeAsync(services => services.GetRequiredService<AccountRegistrar>().CreateAsync(
            new NewAccount(name, "测试" + role, role, agency, Email: $"{name}@example.org", Password: null)));
        return $"{name}@example.org";
    }

    private async Task AssignAsync(PortalVisitor staff, string number, string address)
    {
        var account = await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Users.Where(a => a.Email == address).Select(a => a.Id).SingleAsync());
        await Office.RecordAsync(staff, number, "assigned", ("To", $"account:{account}"));
    }

    private Task<int> SendAsync() => Portal.Host.InScopeAsync(services => services.GetRequiredService<ReminderRun>().SendAsync(TestContext.Current.CancellationToken));

    private Task<List<string>> MailsAsync(string address, string number) => Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>()
        .Where(mail => mail.To == address && mail.Subject.Contains(number)).OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync());
}

[Trait("Database", "SQLite")]
public sealed class ReminderTestsOnSqlite(SqlitePortal portal) : ReminderTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ReminderTestsOnPostgres(PostgresPortal portal) : ReminderTests(portal), IClassFixture<PostgresPortal>;
