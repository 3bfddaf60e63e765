using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Search.Alerts;

/// <summary>Begins, confirms and ends subscriptions. The audit chain holds their ids, never an address or a search.</summary>
internal sealed class SearchAlerts(PortalDbContext db, IAuditTrail audit, IOutbox outbox, ChinaClock clock, AlertSecrets secrets, AlertMails mails, IConfiguration configuration)
{
    /// <summary>How long a receiver has to agree.</summary>
    public const int ConfirmHours = 48;

    /// <summary>Subscriptions that may wait for an answer at a time: a flood of made-up addresses ends here.</summary>
    private const int MostWaiting = 2000;

    /// <summary>The hour at which mails are written, in Shanghai.</summary>
    private const int Hour = 8;

    /// <summary>Enters a subscription that waits for the receiver's yes; false where too many wait already.</summary>
    public async Task<bool> RequestAsync(string address, string root, string query, string title, CancellationToken cancellation)
    {
        if (await db.Set<SearchAlert>().CountAsync(a => a.ConfirmedUtc == null, cancellation) >= MostWaiting)
        {
            return false;
        }

        var alert = new SearchAlert
        {
            Address = secrets.Protect(address),
            Root = root,
            Query = query,
            Title = title.Length > SearchAlert.LongestTitle ? title[..SearchAlert.LongestTitle] : title,
            CreatedUtc = clock.UtcNow,
            DueUtc = clock.UtcNow,
        };
        db.Add(alert);
        outbox.Send(mails.Confirmation(alert, address, configuration["Portal:Name"] ?? ""));
        audit.Record("search-alert.requested", nameof(SearchAlert), alert.Id.ToString());
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The subscription that a link is about; null where it ended, ran out or never was.</summary>
    public async Task<SearchAlert?> FindAsync(string? token, AlertLink link, CancellationToken cancellation)
    {
        if (secrets.Read(token, link) is not { } id || await db.Set<SearchAlert>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } alert)
        {
            return null;
        }

        return alert.ConfirmedUtc is null && alert.CreatedUtc <= Outdated(clock) ? null : alert;
    }

    /// <summary>Notes the receiver's yes; a second one changes nothing. False where the link is of no use any more.</summary>
    public async Task<bool> ConfirmAsync(string? token, CancellationToken cancellation)
    {
        if (await FindAsync(token, AlertLink.Confirm, cancellation) is not { } alert)
        {
            return false;
        }

        if (alert.ConfirmedUtc is null)
        {
            (alert.ConfirmedUtc, alert.DueUtc) = (clock.UtcNow, NextAfter(clock.UtcNow));
            audit.Record("search-alert.confirmed", nameof(SearchAlert), alert.Id.ToString());
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    /// <summary>Ends a subscription: nothing of it remains but its id in the audit chain. Ending it twice is no mistake.</summary>
    public async Task EndAsync(string? token, CancellationToken cancellation)
    {
        if (secrets.Read(token, AlertLink.End) is { } id && await db.Set<SearchAlert>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is { } alert)
        {
            db.Remove(alert);
            audit.Record("search-alert.ended", nameof(SearchAlert), id.ToString());
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Whether a link to end was made here.</summary>
    public bool IsGenuine(string? token) => secrets.Read(token, AlertLink.End) is not null;

    /// <summary>Whoever was asked before this and has not agreed is not asked any more.</summary>
    public static DateTimeOffset Outdated(ChinaClock clock) => clock.UtcNow.AddHours(-ConfirmHours);

    /// <summary>The next morning in Shanghai.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var local = now.ToOffset(TimeSpan.FromHours(8));
        var morning = new DateTimeOffset(local.Date.AddHours(Hour), local.Offset);
        return (morning > now ? morning : morning.AddDays(1)).ToUniversalTime();
    }
}
