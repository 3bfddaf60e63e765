using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Persons;

/// <summary>An earlier request that belongs beside another.</summary>
/// <param name="Request">The request.</param>
/// <param name="Likeness">How alike it is, see <see cref="Domain.Requesters.Likeness"/>.</param>
/// <param name="By">By what it is the same person's; null where it is somebody else's.</param>
public sealed record RelatedRequest(DisclosureRequest Request, double Likeness, PersonKeyKind? By)
{
    /// <summary>Whether it asks for the same, or nearly (R-36-6, R-44).</summary>
    public bool IsAlike => Likeness >= Domain.Requesters.Likeness.Alike;
}

/// <summary>What belongs beside a request.</summary>
/// <param name="SamePerson">The same person's, those that ask for the same first, then the newest (R-36-6).</param>
/// <param name="SameQuestion">Others' that ask for the same, the newest first .</param>
/// <param name="IsCut">Whether there are more of the same person than are looked at.</param>
public sealed record Related(IReadOnlyList<RelatedRequest> SamePerson, IReadOnlyList<RelatedRequest> SameQuestion, bool IsCut)
{
    /// <summary>Nothing.</summary>
    public static readonly Related None = new([], [], IsCut: false);
}

/// <summary>Finds the same person's earlier requests, and others' for the same information, by indexed keys; nobody is decrypted.</summary>
public sealed class RelatedRequests(PortalDbContext db, PersonHashes hashes)
{
    /// <summary>Most of each that are shown.</summary>
    public const int Most = 20;

    private const int Years = 2;
    private const int LookedAt = 100;

    /// <summary>Beside a request that is about to be entered.</summary>
    /// <param name="wanted">The request.</param>
    /// <param name="reach">The agencies whose requests the reader may see.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public Task<Related> OfAsync(Register.NewRequest wanted, AgencyReach reach, DateOnly today, CancellationToken cancellation = default) =>
        FindAsync(Guid.Empty, wanted.Agency.Id, wanted.Wanted, hashes.Of(wanted.Requester), reach, today, cancellation);

    /// <summary>Beside a request of the register.</summary>
    public async Task<Related> OfAsync(DisclosureRequest request, AgencyReach reach, DateOnly today, CancellationToken cancellation = default) => await FindAsync(
        request.Id, request.AgencyId, request.Wanted,
        await db.Set<PersonKeyRow>().Where(k => k.RequestId == request.Id).Select(k => k.Hash).ToListAsync(cancellation), reach, today, cancellation);

    private async Task<Related> FindAsync(
        Guid self, string agencyId, WantedInformation wanted, IReadOnlyList<string> persons, AgencyReach reach, DateOnly today, CancellationToken cancellation)
    {
        var own = persons.Count == 0 ? [] : await OfPersonAsync(self, persons, reach, cancellation);
        var same = own.GroupBy(one => one.Request.Id).Select(group => Beside(group.First().Request, wanted, group.Min(one => one.Kind)))
            .OrderByDescending(one => one.IsAlike).ThenByDescending(one => one.Request.SubmittedUtc).ToList();
        var others = (await AlikeAsync(self, agencyId, wanted, today, cancellation)).Where(one => same.TrueForAll(mine => mine.Request.Id != one.Id))
            .Select(one => Beside(one, wanted, by: null)).Where(one => one.IsAlike || HasNumberOf(one.Request, wanted));
        return new([.. same.Take(Most)], [.. others.Take(Most)], same.Count > Most || own.Count == LookedAt);
    }

    private async Task<List<(DisclosureRequest Request, PersonKeyKind Kind)>> OfPersonAsync(Guid self, IReadOnlyList<string> persons, AgencyReach reach, CancellationToken cancellation)
    {
        var (all, ids) = (reach.Everything, reach.Ids);
        var found = await (from key in db.Set<PersonKeyRow>()
                           where persons.Contains(key.Hash) && key.RequestId != self
                           join request in db.Set<DisclosureRequest>() on key.RequestId equals request.Id
                           where all || ids.Contains(request.AgencyId)
                           orderby key.RequestId descending // ids grow with time
                           select new { Request = request, key.Kind }).AsNoTracking().Take(LookedAt).ToListAsync(cancellation);
        return found.ConvertAll(one => (one.Request, one.Kind));
    }

    private async Task<List<DisclosureRequest>> AlikeAsync(Guid self, string agencyId, WantedInformation wanted, DateOnly today, CancellationToken cancellation)
    {
        var (keys, since) = (Likeness.KeysOf(wanted), ChinaClock.StartOf(today.AddYears(-Years)));
        if (keys.Count == 0)
        {
            return [];
        }

        // Ids grow with time: where a question is asked very often, the newest of each key are looked at, and no others are read.
        var ids = await keys.Distinct().Select(key => db.Set<LikenessKeyRow>().Where(k => k.AgencyId == agencyId && k.Value == key && k.RequestId != self)
                .OrderByDescending(k => k.RequestId).Select(k => k.RequestId).Take(LookedAt))
            .Aggregate((one, other) => one.Concat(other)).Distinct().OrderByDescending(id => id).Take(LookedAt).ToListAsync(cancellation);
        return ids.Count == 0 ? [] : await db.Set<DisclosureRequest>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.SubmittedUtc >= since)
            .OrderByDescending(r => r.SubmittedUtc).ToListAsync(cancellation);
    }

    private static RelatedRequest Beside(DisclosureRequest other, WantedInformation wanted, PersonKeyKind? by) =>
        new(other, HasNumberOf(other, wanted) ? 1 : Likeness.Of(Likeness.TextOf(other.Wanted), Likeness.TextOf(wanted)), by);

    private static bool HasNumberOf(DisclosureRequest other, WantedInformation wanted) =>
        wanted.DocumentNumber is { } number && other.DocumentNumber is { } theirs && Likeness.Of(number, theirs) >= 1;
}
