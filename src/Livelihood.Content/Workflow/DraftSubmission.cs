using Livelihood.Content.Items;
using Livelihood.Platform.Data;

namespace Livelihood.Content.Workflow;

/// <summary>
/// Sends a draft to the secrecy review on the word of another room, whose own rules said who may: its writers need no
/// permission for content. Review and approval are by people, as for everything.
/// </summary>
public interface IDraftSubmission
{
    /// <summary>Sends the latest version to review.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="expectedRevision">The revision that the person saw who decided on it.</param>
    /// <param name="comment">What the history says of it.</param>
    /// <param name="cancellation">Ends it early; nothing has happened then.</param>
    /// <exception cref="ContentConflictException">Somebody wrote meanwhile.</exception>
    /// <exception cref="ContentRefusedException">It is no draft, or something is missing.</exception>
    Task<ContentVersion> SubmitAsync(string itemId, int expectedRevision, string comment, CancellationToken cancellation = default);
}

internal sealed class DraftSubmission(PortalDbContext db, IContentStore store, ContentWorkflow workflow) : IDraftSubmission
{
    public async Task<ContentVersion> SubmitAsync(string itemId, int expectedRevision, string comment, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        if ((await store.LatestAsync(itemId, cancellation))?.Item.Revision != expectedRevision)
        {
            throw new ContentConflictException();
        }

        var submitted = await workflow.DoAsPortalAsync(itemId, ContentEvent.Submit, comment, cancellation);
        await unit.CommitAsync(cancellation);
        return submitted;
    }
}
