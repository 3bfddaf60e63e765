using System.Security.Claims;
using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing;

/// <summary>A heap of work.</summary>
/// <param name="Label">Such as 待我审查.</param>
/// <param name="Stage">The stage that the items are in.</param>
/// <param name="Count">How many there are.</param>
public sealed record WaitingHeap(string Label, VersionStage Stage, int Count);

/// <summary>Counts what waits for a person: what they may review or approve, as they did not write it, and their own drafts.</summary>
public sealed class WaitingContent(PortalDbContext db, StaffAccess staff, ICurrentActor actor)
{
    private static readonly (string Permission, string Label, VersionStage Stage)[] Kinds =
    [
        (Permissions.ReviewContent, "待我审查", VersionStage.SecrecyReview),
        (Permissions.PublishContent, "待我批准", VersionStage.Approval),
        (Permissions.EditContent, "我的草稿", VersionStage.Draft),
    ];

    /// <summary>The items that wait for the person.</summary>
    public async Task<IQueryable<ContentItem>> ItemsAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var review = await staff.AgenciesAsync(person, Permissions.ReviewContent, cancellation);
        var publish = await staff.AgenciesAsync(person, Permissions.PublishContent, cancellation);
        var edit = await staff.AgenciesAsync(person, Permissions.EditContent, cancellation);
        var (reviewed, published, edited) = (review.Ids.ToList(), publish.Ids.ToList(), edit.Ids.ToList());
        var stages = Kinds.Where(k => StaffAccess.May(person, k.Permission)).Select(k => k.Stage).ToList();
        var me = actor.Current;
        return db.Set<ContentItem>().AsNoTracking().Where(i => stages.Contains(i.Stage)).Where(i =>
                (i.Stage == VersionStage.SecrecyReview && (review.Everything || reviewed.Contains(i.AgencyId)) && !i.Versions.Any(v => v.Latest && v.Authors.Contains(me)))
                || (i.Stage == VersionStage.Approval && (publish.Everything || published.Contains(i.AgencyId)) && !i.Versions.Any(v => v.Latest && v.Authors.Contains(me)))
                || (i.Stage == VersionStage.Draft && (edit.Everything || edited.Contains(i.AgencyId)) && i.Versions.Any(v => v.Latest && v.Authors.Contains(me))));
    }

    /// <summary>The heaps that concern the person, empty ones too, counted in one query.</summary>
    public async Task<IReadOnlyList<WaitingHeap>> OfAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var mine = Kinds.Where(k => StaffAccess.May(person, k.Permission)).ToList();
        if (mine.Count == 0)
        {
            return [];
        }

        var counts = await (await ItemsAsync(person, cancellation))
            .GroupBy(i => i.Stage).Select(g => new { Stage = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Stage, g => g.Count, cancellation);
        return mine.ConvertAll(k => new WaitingHeap(k.Label, k.Stage, counts.GetValueOrDefault(k.Stage)));
    }
}
