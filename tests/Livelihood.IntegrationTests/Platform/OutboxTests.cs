using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;
using Xunit;

namespace Livelihood.IntegrationTests.Platform;

public abstract class OutboxTests(PortalFixture portal)
{
    [Fact]
    public async Task Mail_LeavesAfterTheCommit_AndAgainOnlyWhenTheServerRefusedIt()
    {
        using var server = new MailServer { Refuses = true };
        var options = portal.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        (options.Host, options.Port, options.From) = ("127.0.0.1", server.Port, "portal@example.org");
        await SendAsync("rolled-back@example.org", commit: false);
        await SendAsync("requester@example.org", commit: true);

        await DeliverUntilAsync(m => m.LastError is not null);
        Assert.Empty(server.Taken);
        Assert.Contains("451", (await MessageAsync()).LastError!);
        Assert.DoesNotContain("requester@", (await MessageAsync()).LastError!);

        server.Refuses = false;
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await DeliverUntilAsync(m => m.SentUtc is not null);
        await DeliverAsync();

        Assert.True(server.Taken.TryDequeue(out var mail));
        Assert.Empty(server.Taken);
        Assert.Contains("requester@example.org", mail);

        // Mails go out, and nobody has said where links in them lead: who manages the site is told.
        using var administrator = await portal.Host.SignInAsync(Roles.Administrator, "SMX");
        Assert.Contains("请设置 Portal:Address", (await administrator.GetPageAsync("/console")).VisibleText);
        options.Host = "";
    }

    [Fact]
    public async Task Two_nodes_at_once_send_each_mail_once_and_one_takes_over_what_another_left()
    {
        using var server = new MailServer { Takes = TimeSpan.FromMilliseconds(40) };
        var settings = new MailOptions { Host = "127.0.0.1", Port = server.Port, From = "portal@example.org" };
        string[] to = [.. Enumerable.Range(1, 6).Select(i => $"two-nodes-{i}@example.org")];
        foreach (var address in to)
        {
            await SendAsync(address, commit: true);
        }

        await Task.WhenAll(NodeAsync(settings), NodeAsync(settings));
        Assert.Equal(to, TakenBy(server));
        Assert.Equal(0, await UnsentAsync());

        // A node that died with its claim: nobody sends before it has run out, one does after.
        server.Taken.Clear();
        await SendAsync("two-nodes-7@example.org", commit: true);
        await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().Where(m => m.SentUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueUtc, portal.Clock.GetUtcNow().AddMinutes(10))));
        await NodeAsync(settings);
        Assert.Empty(server.Taken);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await Task.WhenAll(NodeAsync(settings), NodeAsync(settings));
        Assert.Equal(["two-nodes-7@example.org"], TakenBy(server));
    }

    // What a node does when its turn has come; the job of the portal itself has no server to send to.
    private Task NodeAsync(MailOptions settings) => portal.Host.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<DeliverOutboxJob>(services).DeliverAsync(settings, TestContext.Current.CancellationToken);
    });

    private static IEnumerable<string> TakenBy(MailServer server) =>
        server.Taken.Select(mail => mail.Split('\n').First(line => line.StartsWith("To: ", StringComparison.Ordinal))[4..].Trim()).Order(StringComparer.Ordinal);

    private Task<int> UnsentAsync() => portal.Host.InScopeAsync(services => services
        .GetRequiredService<PortalDbContext>().Set<OutboxMessage>().CountAsync(m => m.SentUtc == null && m.To.StartsWith("two-nodes")));

    private Task SendAsync(string to, bool commit) => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await using var unit = await db.BeginUnitAsync();
        services.GetRequiredService<IOutbox>().Send(new OutgoingMail(to, "申请已确认", "正文"));
        await db.SaveChangesAsync();
        if (commit)
        {
            await unit.CommitAsync();
        }
    });

    private async Task DeliverAsync()
    {
        var scheduler = await portal.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.TriggerJob(new JobKey(PlatformModule.DeliverOutboxJobName));
    }

    private async Task DeliverUntilAsync(Func<OutboxMessage, bool> reached)
    {
        await DeliverAsync();
        for (var i = 0; i < 200 && !reached(await MessageAsync()); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached(await MessageAsync()));
    }

    private Task<OutboxMessage> MessageAsync() => portal.Host.InScopeAsync(services => services
        .GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.To == "requester@example.org"));
}

[Trait("Database", "SQLite")]
public sealed class OutboxTestsOnSqlite(SqlitePortal portal) : OutboxTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class OutboxTestsOnPostgres(PostgresPortal portal) : OutboxTests(portal), IClassFixture<PostgresPortal>;
