using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing.Previews;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing;

/// <summary>Reads what a member of staff sees of an item.</summary>
public sealed class ItemOverviews(
    PortalDbContext db, IContentStore store, ContentAccess access, StaffAccess staff, IContentWorkflow workflow, ContentDefinitions definitions,
    IAgencyDirectory agencies, ItemHistory histories, PreviewLinks previews, ActorNames names, ICurrentActor actor, IEnumerable<IPublicationCheck> checks)
{
    /// <summary>The item as the person sees it; null where there is none, or it is not for them.</summary>
    public async Task<ItemOverview?> FindAsync(ClaimsPrincipal person, string itemId, CancellationToken cancellation = default)
    {
        if (await store.LatestAsync(itemId, cancellation) is not { } latest
            || !await access.MaySeeUnpublishedAsync(person, latest.Item.AgencyId, cancellation))
        {
            return null;
        }

        var item = latest.Item;
        return new()
        {
            Latest = latest,
            Published = latest.Published ? latest : item.IsPublished ? await store.PublishedAsync(itemId, cancellation) : null,
            Tombstone = item.IsPublished ? null : await db.Set<Tombstone>().AsNoTracking().FirstOrDefaultAsync(t => t.ItemId == itemId, cancellation),
            TypeName = (await definitions.TypeAsync(item.Type, cancellation))?.DisplayName ?? item.Type,
            AgencyName = (await agencies.FindAsync(item.AgencyId, cancellation))?.Name ?? item.AgencyId,
            AuthorName = (await names.OfAsync([latest.Author], cancellation))[latest.Author],
            MayEdit = WorkflowTable.IsEditable(latest.Stage) && await access.MayEditAsync(person, item.AgencyId, cancellation),
            Steps = await workflow.AvailableAsync(person, latest, cancellation),
            WhyNot = await WhyNotAsync(person, latest, cancellation),
            Missing = await MissingAsync(latest, cancellation),
            History = await histories.OfAsync(itemId, cancellation),
            Previews = await previews.OfAsync(itemId, cancellation),
        };
    }

    private async Task<string?> WhyNotAsync(ClaimsPrincipal person, ContentVersion latest, CancellationToken cancellation)
    {
        if (!latest.Authors.Contains(actor.Current))
        {
            return null;
        }

        foreach (var rule in WorkflowTable.Standard.From(latest.Stage).Where(r => r.Conditions.Contains(WorkflowCondition.IsNotAuthor)))
        {
            if (await staff.MayAsync(person, rule.Permission!, latest.Item.AgencyId, cancellation))
            {
                return "您参与了这一版的撰写，所以不能自己审查或者批准。请由没有参与撰写的人员办理。";
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> MissingAsync(ContentVersion latest, CancellationToken cancellation)
    {
        if (latest.Stage is not (VersionStage.Draft or VersionStage.Approval))
        {
            return [];
        }

        var missing = new List<string>();
        foreach (var check in checks)
        {
            missing.AddRange(await check.ProblemsAsync(latest, cancellation));
        }

        return missing;
    }
}
