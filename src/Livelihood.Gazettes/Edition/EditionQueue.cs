using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Edition;

/// <summary>
/// Asks for a new edition when an issue, or a document printed in one, was published. Whether the edition is new indeed is seen
/// when it is made.
/// </summary>
public sealed class EditionQueue(PortalDbContext db, IAuditTrail audit, ChinaClock clock) : IContentHandler
{
    /// <summary>How long an edition waits for further publications of the same issue.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task PublishedAsync(PublishedContent content, CancellationToken cancellation)
    {
        if (content.Version.Part<GazetteIssuePart>() is not null)
        {
            await AskAsync([content.Id], cancellation);
            return;
        }

        var issues = await IssuesWithAsync(content.Id, cancellation);
        if (content.Version.Part<PrintedInPart>() is { } printed)
        {
            issues.Add(printed.IssueId);
        }

        await AskAsync([.. issues], cancellation);
    }

    /// <inheritdoc />
    public async Task WithdrawnAsync(string itemId, CancellationToken cancellation) => await AskAsync([.. await IssuesWithAsync(itemId, cancellation)], cancellation);

    /// <summary>Asks for an issue's edition again, for staff. One that waits or is being made is not asked for twice.</summary>
    /// <returns>Whether it was asked for.</returns>
    public async Task<bool> AskAgainAsync(string issueId, CancellationToken cancellation = default)
    {
        var editions = await db.Set<GazetteEdition>().Where(e => e.IssueId == issueId).ToListAsync(cancellation);
        if (editions.Exists(e => e.State == EditionState.Making || (e.State == EditionState.Waiting && e.Attempts == 0)))
        {
            return false;
        }

        db.RemoveRange(editions.Where(e => e.State is EditionState.Waiting));
        db.Add(new GazetteEdition
        {
            IssueId = issueId, RequestedUtc = clock.UtcNow, DueUtc = clock.UtcNow, Round = editions.Select(e => e.Round).DefaultIfEmpty(0).Max() + 1,
        });
        audit.Record("gazette.edition.requested", nameof(GazetteEdition), issueId);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Asks for the editions of published issues that have none: those published before there were editions.</summary>
    /// <param name="most">How many at once.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task AskForMissingAsync(int most, CancellationToken cancellation = default)
    {
        var missing = await db.Set<PublishedIssue>().Where(i => !db.Set<GazetteEdition>().Any(e => e.IssueId == i.ItemId))
            .OrderByDescending(i => i.Year).ThenByDescending(i => i.Number).Take(most).Select(i => i.ItemId).ToListAsync(cancellation);
        await AskAsync([.. missing], cancellation);
    }

    private async Task<HashSet<string>> IssuesWithAsync(string itemId, CancellationToken cancellation) =>
        [.. await (from entry in db.Set<EditionEntry>()
                   join edition in db.Set<GazetteEdition>() on entry.EditionId equals edition.Id
                   where entry.ItemId == itemId
                   select edition.IssueId).Distinct().OrderBy(id => id).Take(20).ToListAsync(cancellation)];

    private async Task AskAsync(HashSet<string> issues, CancellationToken cancellation)
    {
        if (issues.Count == 0)
        {
            return;
        }

        var (now, ids) = (clock.UtcNow, issues.ToList());
        var asked = await db.Set<GazetteEdition>().Where(e => ids.Contains(e.IssueId) && e.State == EditionState.Waiting && e.Key == null).Select(e => e.IssueId).ToListAsync(cancellation);
        var known = await db.Set<ContentItem>().Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation);
        db.AddRange(known.Except(asked).Select(id => new GazetteEdition { IssueId = id, RequestedUtc = now, DueUtc = now + Settling }));
        await db.SaveChangesAsync(cancellation);
    }
}
