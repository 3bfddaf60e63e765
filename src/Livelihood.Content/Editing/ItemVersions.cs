using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing;

/// <summary>Reads an item's versions, for staff who see what is not published of its agency.</summary>
public sealed class ItemVersions(PortalDbContext db, ContentAccess access)
{
    /// <summary>A version with its item; null where there is none, or it is not for this person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="number">The version's number; null for the latest.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ContentVersion?> FindAsync(
        ClaimsPrincipal person, string itemId, int? number = null, CancellationToken cancellation = default)
    {
        var version = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
            .FirstOrDefaultAsync(v => v.ItemId == itemId && (number == null ? v.Latest : v.Number == number), cancellation);
        return version is not null && await access.MaySeeUnpublishedAsync(person, version.Item.AgencyId, cancellation) ? version : null;
    }
}
