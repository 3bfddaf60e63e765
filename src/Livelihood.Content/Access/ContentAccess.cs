using System.Security.Claims;
using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Access;

/// <summary>
/// The one place that decides who sees what of content. The public sees published versions and nothing else; members of
/// staff see besides what is not published of the agencies that their editing, reviewing or publishing reaches.
/// Pages, lists, feeds, files, the API and the sitemap all ask here, or the catalogue, whose lines follow from publication.
/// </summary>
public sealed class ContentAccess(PortalDbContext db, StaffAccess staff)
{
    /// <summary>The permissions that let staff see what is not published.</summary>
    public static readonly IReadOnlyList<string> StaffPermissions =
        [Permissions.EditContent, Permissions.ReviewContent, Permissions.PublishContent];

    /// <summary>What everybody sees: the published versions, with their items.</summary>
    public IQueryable<ContentVersion> Published() =>
        db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Published);

    /// <summary>Whether the person works on content at all.</summary>
    public static bool IsStaff(ClaimsPrincipal person) => StaffPermissions.Any(p => StaffAccess.May(person, p));

    /// <summary>The agencies whose unpublished content the person sees.</summary>
    public async Task<AgencyReach> ReachAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var permission in StaffPermissions)
        {
            var reach = await staff.AgenciesAsync(person, permission, cancellation);
            if (reach.Everything)
            {
                return reach;
            }

            ids.UnionWith(reach.Ids);
        }

        return new(Everything: false, ids);
    }

    /// <summary>The items whose every version the person sees.</summary>
    public async Task<IQueryable<ContentItem>> ItemsForAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var reach = await ReachAsync(person, cancellation);
        var items = db.Set<ContentItem>().AsNoTracking();
        if (reach.Everything)
        {
            return items;
        }

        var ids = reach.Ids.ToList();
        return items.Where(i => ids.Contains(i.AgencyId));
    }

    /// <summary>
    /// The items on their way to the public that somebody who composes a gazette sees: those that any agency approved for a
    /// gazette, and with that handed to its editors; and those under review at the person's own agencies.
    /// </summary>
    public async Task<IQueryable<ContentItem>> ForGazetteAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var reach = await ReachAsync(person, cancellation);
        var ids = reach.Ids.ToList();
        return db.Set<ContentItem>().AsNoTracking().Where(i => i.Stage == VersionStage.AwaitingIssue
            || ((i.Stage == VersionStage.SecrecyReview || i.Stage == VersionStage.Approval || i.Stage == VersionStage.Scheduled) && (reach.Everything || ids.Contains(i.AgencyId))));
    }

    /// <summary>Whether the person sees what is not published of an agency.</summary>
    public async Task<bool> MaySeeUnpublishedAsync(ClaimsPrincipal person, string agencyId, CancellationToken cancellation = default)
    {
        var reach = await ReachAsync(person, cancellation);
        return reach.Everything || reach.Ids.Contains(agencyId);
    }

    /// <summary>Whether the person may write content of an agency.</summary>
    public Task<bool> MayEditAsync(ClaimsPrincipal person, string agencyId, CancellationToken cancellation = default) =>
        staff.MayAsync(person, Permissions.EditContent, agencyId, cancellation);
}
