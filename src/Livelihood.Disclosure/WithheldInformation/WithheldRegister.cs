using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>Somebody else wrote or decided meanwhile; nothing was saved.</summary>
public sealed class WithheldChangedException() : Exception("您打开页面以后，这一项有了新的记录，您填写的还没有保存。请核对以后再保存。");

/// <summary>The one place that writes the register: each event with its audit entry, and what is computed from it, in one transaction. The caller has asked <see cref="WithheldDesk"/>.</summary>
public sealed class WithheldRegister(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>Enters something. One form makes one entry: sent again, it changes nothing.</summary>
    /// <exception cref="DisclosureRuleException">A day cannot be.</exception>
    public async Task AddAsync(WithheldEntry entry, EntryMade made, CancellationToken cancellation = default)
    {
        if (await db.Set<WithheldEntry>().AnyAsync(e => e.Id == entry.Id, cancellation))
        {
            return;
        }

        db.Add(entry);
        Append(entry, new([]), made);
        audit.Record("withheld.entered", nameof(WithheldEntry), $"{entry.Id}", new { entry.AgencyId, entry.Ground, made.DecidedOn, made.NextOn, Source = entry.Source.ToString() });
        await SaveAsync(cancellation);
    }

    /// <summary>Records what happened to an entry.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="revision">The revision that the person saw.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="change">What changes with it beside what is computed, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DisclosureRuleException">A rule forbids it.</exception>
    /// <exception cref="WithheldChangedException">Somebody else was faster.</exception>
    public async Task RecordAsync(Guid id, int revision, WithheldEvent happened, Action<WithheldEntry>? change = null, CancellationToken cancellation = default)
    {
        var entry = await db.Set<WithheldEntry>().FirstAsync(e => e.Id == id, cancellation);
        if (entry.Revision != revision)
        {
            throw new WithheldChangedException();
        }

        var rows = await db.Set<WithheldEventRow>().AsNoTracking().Where(e => e.EntryId == id).OrderBy(e => e.Sequence).Select(e => e.Event).ToListAsync(cancellation);
        change?.Invoke(entry);
        Append(entry, new(rows.ConvertAll(WithheldDesk.Read)), happened);
        audit.Record(ActionOf(happened), nameof(WithheldEntry), $"{id}", DetailsOf(happened));
        await SaveAsync(cancellation);
    }

    private void Append(WithheldEntry entry, WithheldHistory before, WithheldEvent happened)
    {
        var after = before.With(happened, clock.Today);
        entry.Revision++;
        db.Add(new WithheldEventRow
        {
            EntryId = entry.Id, Sequence = entry.Revision, Event = JsonSerializer.Serialize(happened, EventJson.Options), RecordedUtc = clock.UtcNow, Actor = actor.Current,
        });
        (entry.Standing, entry.DueOn, entry.DecidedOn) = (after.Standing, after.NextOn, after.DecidedOn!.Value);
        entry.ProposedUtc = after.Pending is null || after.HasEnded ? null : happened is ReviewProposed ? clock.UtcNow : entry.ProposedUtc;
        entry.PublishableUtc = !after.MayBePublished || after.Elsewhere is not null ? null : happened is ReviewConfirmed ? clock.UtcNow : entry.PublishableUtc;
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new WithheldChangedException();
        }
    }

    private static string ActionOf(WithheldEvent happened) => happened switch
    {
        EntryCorrected => "withheld.corrected",
        ReviewMovedUp => "withheld.review-moved-up",
        ReviewProposed => "withheld.review-proposed",
        ReviewConfirmed => "withheld.review-confirmed",
        ReviewReturned => "withheld.review-returned",
        DraftWritten => "withheld.publication-drafted",
        PublishedElsewhere => "withheld.published-elsewhere",
        EntryEnded => "withheld.ended",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a name in the audit chain."),
    };

    /// <summary>What the chain says of it beside its name: days and results, nothing that somebody wrote.</summary>
    private static object DetailsOf(WithheldEvent happened) => happened switch
    {
        ReviewProposed proposed => new { proposed.On, Result = proposed.Result.ToString(), proposed.NextOn },
        ReviewMovedUp moved => new { moved.On, moved.NextOn },
        EntryCorrected corrected => new { corrected.On, corrected.DecidedOn, corrected.NextOn },
        _ => new { happened.On },
    };
}
