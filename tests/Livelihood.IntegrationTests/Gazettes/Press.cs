using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>Publishes issues in a portal and lets its job make their editions.</summary>
internal sealed class Press(PortalHost host)
{
    private const string Job = "make-gazette-editions";

    public Task<ImportReport> ImportAsync(int number, bool publish = true) => host.InScopeAsync(services =>
        services.GetRequiredService<GazetteImporter>().ImportAsync(PrintedIssueText.BytesOf(number), new ImportOptions { Publish = publish }));

    /// <summary>The issue's editions, oldest first.</summary>
    public Task<List<GazetteEdition>> EditionsAsync(string issueId) => host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>()
        .Set<GazetteEdition>().AsNoTracking().Include(e => e.Entries).Where(e => e.IssueId == issueId).OrderBy(e => e.Id).ToListAsync());

    /// <summary>Publishes the document with another last paragraph.</summary>
    public Task RepublishAsync(string itemId, string addition) => host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var latest = (await store.LatestAsync(itemId))!;
        var data = ContentData.Parse(latest.Data);
        data.Set(new MarkdownBodyPart(data.Get<MarkdownBodyPart>()!.Markdown + "\n\n" + addition + "\n"));
        await store.SaveAsync(itemId, latest.Item.Revision, data);
        await store.PublishAsync(itemId);
    });

    public Task WithdrawAsync(string itemId) => host.InScopeAsync(services => services.GetRequiredService<IContentStore>().WithdrawAsync(itemId, "测试"));

    /// <summary>Asks for the editions of all issues, as their publication did.</summary>
    public Task AskAllAsync() => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var ids = await db.Set<GazetteEdition>().Select(e => e.IssueId).Distinct().ToListAsync();
        db.AddRange(ids.Select(id => new GazetteEdition { IssueId = id, DueUtc = host.Clock.GetUtcNow() }));
        await db.SaveChangesAsync();
    });

    /// <summary>Lets time pass, and the job run until nothing waits.</summary>
    public Task RunAsync()
    {
        host.Clock.Advance(EditionQueue.Settling + TimeSpan.FromSeconds(1));
        return RunUntilAsync(db =>
        {
            var now = host.Clock.GetUtcNow();
            return db.Set<GazetteEdition>().AllAsync(e => e.State != EditionState.Making && (e.State != EditionState.Waiting || e.DueUtc > now));
        });
    }

    /// <summary>Lets time pass, and the job run until the issue's only edition is as wanted.</summary>
    public Task RunUntilAsync(string issueId, Func<GazetteEdition, bool> isReached)
    {
        host.Clock.Advance(EditionQueue.Settling + TimeSpan.FromSeconds(1));
        return RunUntilAsync(async db => isReached(await db.Set<GazetteEdition>().AsNoTracking().SingleAsync(e => e.IssueId == issueId)));
    }

    private async Task RunUntilAsync(Func<PortalDbContext, Task<bool>> isReached)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var i = 0; i < 1200; i++)
        {
            if (i % 20 == 0)
            {
                await scheduler.TriggerJob(new JobKey(Job));
            }

            if (await host.InScopeAsync(services => isReached(services.GetRequiredService<PortalDbContext>())))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The editions were not made within a minute.");
    }
}
