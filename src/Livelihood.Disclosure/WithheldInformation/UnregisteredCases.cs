using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>Content that did not pass the secrecy review.</summary>
/// <param name="Id">The item.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="Title">Its title.</param>
/// <param name="RefusedUtc">When it was refused.</param>
public sealed record RefusedContent(string Id, string AgencyId, string Title, DateTimeOffset RefusedUtc);

/// <summary>What is not disclosed and not in the register yet, for the handler to enter.</summary>
/// <param name="Requests">Answered requests, the newest first.</param>
/// <param name="MoreRequests">Whether there are more of them.</param>
/// <param name="Contents">Content that did not pass the secrecy review, of which the person sees drafts; the newest first.</param>
/// <param name="HiddenContents">How much other such content there is, of which the person sees no drafts.</param>
public sealed record Unregistered(IReadOnlyList<DisclosureRequest> Requests, bool MoreRequests, IReadOnlyList<RefusedContent> Contents, int HiddenContents);

/// <summary>Finds what was refused and nobody has entered, so that nothing is forgotten.</summary>
public sealed class UnregisteredCases(PortalDbContext db, RequestAccess access, ContentAccess contents)
{
    /// <summary>How many of each are listed; what is entered leaves the list.</summary>
    public const int Most = 50;

    /// <summary>What waits at the offices where the person handles requests.</summary>
    public async Task<Unregistered> FindAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var reach = await access.HandledAsync(person, cancellation);
        var requests = await Requests(reach).OrderByDescending(r => r.EndedOn).ThenByDescending(r => r.Number).Take(Most + 1).ToListAsync(cancellation);
        var refused = Refused(reach);
        var all = await refused.CountAsync(cancellation);
        var seen = await contents.ReachAsync(person, cancellation);
        var visible = refused.Where(i => seen.Everything || seen.Ids.Contains(i.AgencyId));
        var shown = await visible.OrderByDescending(i => i.ModifiedUtc).Take(Most)
            .Select(i => new RefusedContent(i.Id, i.AgencyId, i.Title, db.Set<WorkflowStep>().Where(s => s.ItemId == i.Id && s.Event == ContentEvent.Refuse).Max(s => s.AtUtc)))
            .ToListAsync(cancellation);
        return new([.. requests.Take(Most)], requests.Count > Most, shown, all - (all == 0 ? 0 : await visible.CountAsync(cancellation)));
    }

    /// <summary>How many answered requests wait; none is counted beyond <see cref="WorkList.MostCounted"/>, where one more is given.</summary>
    public Task<int> CountRequestsAsync(AgencyReach reach, CancellationToken cancellation = default) =>
        Requests(reach).OrderBy(r => r.EndedOn).Select(r => r.Id).Take(WorkList.MostCounted + 1).CountAsync(cancellation);

    /// <summary>A request from which something can be entered, also once more, as its parts can have their own grounds; or null.</summary>
    public async Task<DisclosureRequest?> RequestAsync(ClaimsPrincipal person, string number, CancellationToken cancellation = default)
    {
        var reach = await access.HandledAsync(person, cancellation);
        return await Refusals().FirstOrDefaultAsync(r => r.Number == number, cancellation) is { } found && reach.Covers(found.AgencyId) ? found : null;
    }

    /// <summary>Content of an agency that is not public and not in the register, or null.</summary>
    public Task<ContentItem?> ContentAsync(string agencyId, string id, CancellationToken cancellation = default) =>
        db.Set<ContentItem>().AsNoTracking().Where(i => !i.IsPublished && !db.Set<WithheldEntry>().Any(e => e.ItemId == i.Id && e.Standing != WithheldStanding.Ended))
            .FirstOrDefaultAsync(i => i.Id == id && i.AgencyId == agencyId, cancellation);

    private IQueryable<DisclosureRequest> Refusals() =>
        db.Set<DisclosureRequest>().AsNoTracking().Where(r => r.Matter == RequestMatter.Information && r.EndedOn != null && WithheldGrounds.Outcomes.Contains(r.Outcome));

    /// <summary>Answered requests of which nothing is in the register.</summary>
    internal IQueryable<DisclosureRequest> Requests(AgencyReach reach)
    {
        var open = Refusals().Where(r => !db.Set<WithheldEntry>().Any(e => e.RequestId == r.Id));
        return reach.Everything ? open
            : reach.Ids is { Count: 1 } one && one.Single() is var only ? open.Where(r => r.AgencyId == only)
            : open.Where(r => reach.Ids.Contains(r.AgencyId));
    }

    /// <summary>Drafts whose last step was a refusal of the secrecy review.</summary>
    private IQueryable<ContentItem> Refused(AgencyReach reach) => db.Set<ContentItem>().AsNoTracking()
        .Where(i => i.Stage == VersionStage.Draft && !i.IsPublished && (reach.Everything || reach.Ids.Contains(i.AgencyId)))
        .Where(i => db.Set<WorkflowStep>().Where(s => s.ItemId == i.Id).OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id).Select(s => (ContentEvent?)s.Event).FirstOrDefault() == ContentEvent.Refuse)
        .Where(i => !db.Set<WithheldEntry>().Any(e => e.ItemId == i.Id && e.Standing != WithheldStanding.Ended));
}
