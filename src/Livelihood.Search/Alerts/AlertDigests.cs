using Livelihood.Content.Catalogue;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.Alerts;

/// <summary>
/// Tells subscribers once a day what is new. Whichever node moves a subscription's time on, writes its mail; a document that
/// was told of is a row, so that it is told once.
/// </summary>
internal sealed class AlertDigests(
    PortalDbContext db, ISearch search, IQueryReading reading, FilterReading filters, IAgencyDirectory agencies, IAuditTrail audit, IOutbox outbox,
    AlertSecrets secrets, AlertMails mails, ChinaClock clock, IConfiguration configuration, ILogger<AlertDigests> log)
{
    /// <summary>Subscriptions looked at in one run; the next run goes on.</summary>
    private const int MostAtOnce = 200;

    /// <summary>Documents in one mail; more follow the next day.</summary>
    private const int MostInMail = 50;

    /// <summary>Results among which new ones are looked for, the last published first: all that a search can open.</summary>
    private const int MostLookedAt = ResultView.Most;

    /// <summary>Writes the mails that are due, and forgets who did not agree in time.</summary>
    public async Task SendDueAsync(CancellationToken cancellation)
    {
        await ForgetAsync(cancellation);
        var now = clock.UtcNow;
        var due = await db.Set<SearchAlert>().AsNoTracking().Where(a => a.ConfirmedUtc != null && a.DueUtc <= now)
            .OrderBy(a => a.DueUtc).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var alert in due)
        {
            try
            {
                await SendAsync(alert, now, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // Its documents are in tomorrow's mail.
                log.LogError(fault, "The digest of search alert {Id} failed", alert.Id);
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task SendAsync(SearchAlert alert, DateTimeOffset now, CancellationToken cancellation)
    {
        var next = SearchAlerts.NextAfter(now);
        if (await db.Set<SearchAlert>().Where(a => a.Id == alert.Id && a.DueUtc == alert.DueUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DueUtc, next), cancellation) == 0)
        {
            return;
        }

        var ids = await NewAsync(alert, cancellation);
        if (ids.Count == 0)
        {
            return;
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        // What was withdrawn since, or whose receiver ended the subscription, is not sent.
        var found = await db.Set<CatalogueEntry>().AsNoTracking().Where(e => ids.Contains(e.ItemId)).OrderByDescending(e => e.PublishedUtc).ToListAsync(cancellation);
        if (found.Count == 0 || !await db.Set<SearchAlert>().AnyAsync(a => a.Id == alert.Id, cancellation))
        {
            return;
        }

        var names = (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        db.AddRange(found.Select(e => new SearchAlertItem { AlertId = alert.Id, ItemId = e.ItemId }));
        outbox.Send(mails.Digest(alert, secrets.Unprotect(alert.Address), configuration["Portal:Name"] ?? "", found, names));
        audit.Record("search-alert.sent", nameof(SearchAlert), alert.Id.ToString(), new { Documents = found.Count });
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
    }

    /// <summary>What the search finds that was published first after the receiver agreed, and was not told of.</summary>
    private async Task<List<string>> NewAsync(SearchAlert alert, CancellationToken cancellation)
    {
        var parameters = QueryHelpers.ParseQuery(alert.Query);
        var query = await reading.ReadAsync(parameters.TryGetValue("q", out var text) ? text.ToString() : "", cancellation);
        var (filter, _) = await filters.ReadAsync(parameters, cancellation);
        var results = await search.SearchAsync(new(query, filter, SearchOrder.Published, Size: MostLookedAt) { MostPassages = 0 }, cancellation);
        // Results that have but a part of the words are an offer to who looks at them, not news.
        var found = results.IsPartial ? [] : results.Hits.Where(h => h.Entry.FirstPublishedUtc > alert.ConfirmedUtc).Select(h => h.Entry.ItemId).ToList();
        var told = await db.Set<SearchAlertItem>().Where(i => i.AlertId == alert.Id && found.Contains(i.ItemId)).Select(i => i.ItemId).ToListAsync(cancellation);
        return [.. found.Except(told).Take(MostInMail)];
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        var outdated = SearchAlerts.Outdated(clock);
        await using var unit = await db.BeginUnitAsync(cancellation);
        var forgotten = await db.Set<SearchAlert>().Where(a => a.ConfirmedUtc == null && a.CreatedUtc <= outdated).ExecuteDeleteAsync(cancellation);
        if (forgotten > 0)
        {
            audit.Record("search-alert.expired", nameof(SearchAlert), "-", new { Count = forgotten });
            await db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
        }
    }
}
