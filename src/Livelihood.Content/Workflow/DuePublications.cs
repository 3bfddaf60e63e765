using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Livelihood.Content.Workflow;

/// <summary>
/// Publishes what is due, each item in a transaction of its own. What fell due while the portal was off is published when
/// it is on again; the intended and the actual time are two fields.
/// </summary>
public sealed class DuePublications(IServiceScopeFactory scopes, ILogger<DuePublications> log)
{
    private const int BatchSize = 50;

    /// <summary>Publishes what is due now.</summary>
    /// <returns>How many items were published.</returns>
    public async Task<int> PublishAsync(CancellationToken cancellation = default)
    {
        var published = 0;
        foreach (var itemId in await DueAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<ContentWorkflow>()
                    .DoAsPortalAsync(itemId, ContentEvent.PublishDue, comment: null, cancellation);
                published++;
            }
            catch (ContentRefusedException refused)
            {
                // Another node was faster, or somebody cancelled at this moment.
                log.LogWarning("Item {Item} was due and not published: {Reason}", itemId, refused.Message);
            }
        }

        return published;
    }

    private async Task<List<string>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<ChinaClock>().UtcNow;
        return await db.Set<ContentVersion>()
            .Where(v => v.Stage == VersionStage.Scheduled && v.Latest && v.IntendedUtc <= now)
            .OrderBy(v => v.IntendedUtc).Take(BatchSize).Select(v => v.ItemId).ToListAsync(cancellation);
    }
}

/// <summary>Looks for due publications four times a minute.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishDueJob(DuePublications due) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await due.PublishAsync(cancellationToken);
}
