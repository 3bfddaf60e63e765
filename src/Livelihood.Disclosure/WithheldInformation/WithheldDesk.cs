using System.Security.Claims;
using System.Text.Json;
using Livelihood.Content.Items;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>A line of an entry's history.</summary>
/// <param name="Event">What happened.</param>
/// <param name="RecordedUtc">When it was recorded.</param>
/// <param name="Actor">Who recorded it, as in the audit chain.</param>
public sealed record WithheldLine(WithheldEvent Event, DateTimeOffset RecordedUtc, string Actor);

/// <summary>An entry as it lies in front of a member of staff.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="Lines">Its history.</param>
/// <param name="Sources">As what the person may act.</param>
/// <param name="Request">The request it came from, or null.</param>
/// <param name="Item">The latest version of its content item, or null.</param>
/// <param name="Public">The version of it that the public sees, or null.</param>
public sealed record DeskEntry(
    WithheldEntry Entry, Agency Agency, IReadOnlyList<WithheldLine> Lines, IReadOnlySet<EventSource> Sources, DisclosureRequest? Request, ContentVersion? Item, ContentVersion? Public)
{
    /// <summary>What its events tell.</summary>
    public WithheldHistory History { get; } = new([.. Lines.Select(line => line.Event)]);

    /// <summary>Whether the person keeps the register: a handler or the head.</summary>
    public bool MayHandle => Sources.Contains(EventSource.Handler) || Sources.Contains(EventSource.Head);

    /// <summary>Whether the person confirms results.</summary>
    public bool MayDecide => Sources.Contains(EventSource.Head);

    /// <summary>Whether it became public, by its item or elsewhere, since the last review let it.</summary>
    public bool IsPublic => History.MayBePublished && (History.Elsewhere is not null || Public?.PublishedUtc >= Entry.PublishableUtc);
}

/// <summary>Puts an entry in front of a member of staff; what the person may not see is not there. Who may is asked of <see cref="RequestAccess"/>.</summary>
public sealed class WithheldDesk(PortalDbContext db, RequestAccess access, IAgencyDirectory agencies, IContentStore store)
{
    /// <summary>The entry, or null where there is none for this person.</summary>
    public async Task<DeskEntry?> FindAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation = default)
    {
        if (await db.Set<WithheldEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancellation) is not { } entry
            || !(await access.VisibleAsync(person, cancellation)).Covers(entry.AgencyId))
        {
            return null;
        }

        var lines = await db.Set<WithheldEventRow>().AsNoTracking().Where(e => e.EntryId == id).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        return new(
            entry, (await agencies.FindAsync(entry.AgencyId, cancellation))!,
            lines.ConvertAll(line => new WithheldLine(Read(line.Event), line.RecordedUtc, line.Actor)),
            await access.SourcesAsync(person, entry.AgencyId, cancellation),
            entry.RequestId is { } request ? await db.Set<DisclosureRequest>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == request, cancellation) : null,
            entry.ItemId is null ? null : await store.LatestAsync(entry.ItemId, cancellation),
            entry.ItemId is null ? null : await store.PublishedAsync(entry.ItemId, cancellation));
    }

    /// <summary>An event as the row holds it.</summary>
    internal static WithheldEvent Read(string row) => JsonSerializer.Deserialize<WithheldEvent>(row, EventJson.Options)!;
}
