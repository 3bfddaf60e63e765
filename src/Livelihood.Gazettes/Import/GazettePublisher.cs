using Livelihood.Content.Items;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Import;

/// <summary>Publishes an issue and its documents at one moment.</summary>
public sealed class GazettePublisher(PortalDbContext db, IContentStore store, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>
    /// Publishes the documents and the issue in one transaction; what is published already stays. Doubts that are open are
    /// acknowledged by that, and recorded so.
    /// </summary>
    /// <param name="issueId">The issue's item.</param>
    /// <param name="documentIds">Its documents.</param>
    /// <param name="progress">Told of every step, or null.</param>
    /// <param name="reason">Why it is published although doubts are open; for the audit chain.</param>
    /// <param name="cancellation">Ends it early; nothing is published then.</param>
    /// <returns>How many items were published by this call.</returns>
    public async Task<int> PublishAsync(
        string issueId, IReadOnlyList<string> documentIds, IProgress<ImportProgress>? progress = null, string? reason = null, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        if (await store.LatestAsync(issueId, cancellation) is { } latest && latest.Part<GazetteIssuePart>()?.Composed == true)
        {
            throw new ContentRefusedException("这一期是在这里编排的，不是刊印件：请在编排页面送审，审查和批准以后发布。");
        }

        string[] all = [.. documentIds, issueId];
        var waiting = await db.Set<ContentVersion>().Where(v => all.Contains(v.ItemId) && v.Latest && !v.Published).Select(v => v.ItemId).ToListAsync(cancellation);
        var done = 0;
        foreach (var id in all.Where(waiting.Contains))
        {
            progress?.Report(new("发布", done++, waiting.Count));
            await store.PublishAsync(id, Unreviewed.Printed, cancellation);
        }

        if (waiting.Count > 0)
        {
            await AcknowledgeAsync(issueId, waiting.Count, reason, cancellation);
            progress?.Report(new("发布", waiting.Count, waiting.Count));
        }

        await unit.CommitAsync(cancellation);
        return waiting.Count;
    }

    private async Task AcknowledgeAsync(string issueId, int items, string? reason, CancellationToken cancellation)
    {
        var open = await db.Set<GazetteDoubt>().Where(d => d.IssueId == issueId && d.AcknowledgedUtc == null && d.Decision == null).ToListAsync(cancellation);
        open.ForEach(d => d.AcknowledgedUtc = clock.UtcNow);
        audit.Record("gazette.published", IssueContent.IssueType, issueId, new { Items = items, OpenDoubts = open.Select(d => d.Code.ToString()), Reason = open.Count > 0 ? reason : null });
        await db.SaveChangesAsync(cancellation);
    }
}
