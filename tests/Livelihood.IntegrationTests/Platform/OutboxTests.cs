using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
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

        await DeliverUntilAsync(m => m.Attempts == 1);
        Assert.Empty(server.Taken);
        Assert.NotNull((await MessageAsync()).LastError);

        server.Refuses = false;
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await DeliverUntilAsync(m => m.SentUtc is not null);
        await DeliverAsync();

        Assert.True(server.Taken.TryDequeue(out var mail));
        Assert.Empty(server.Taken);
        Assert.Contains("requester@example.org", mail);
    }

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
        .GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().SingleAsync());
}

[Trait("Database", "SQLite")]
public sealed class OutboxTestsOnSqlite(SqlitePortal portal) : OutboxTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class OutboxTestsOnPostgres(PostgresPortal portal) : OutboxTests(portal), IClassFixture<PostgresPortal>;
