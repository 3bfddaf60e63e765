using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Items;

/// <summary>Lets one of several who write an item at once go first.</summary>
internal static class ItemTurn
{
    /// <summary>
    /// Takes the item's next revision, and with it the item's row until the transaction ends; the others are told that
    /// they come too late.
    /// </summary>
    /// <exception cref="ContentConflictException">Somebody else took it.</exception>
    public static async Task TakeTurnAsync(this PortalDbContext db, ContentItem item, CancellationToken cancellation)
    {
        var taken = await db.Set<ContentItem>().Where(i => i.Id == item.Id && i.Revision == item.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Revision, item.Revision + 1), cancellation);
        if (taken == 0)
        {
            throw new ContentConflictException();
        }

        var revision = db.Entry(item).Property(i => i.Revision);
        revision.OriginalValue = revision.CurrentValue = item.Revision + 1;
    }
}
