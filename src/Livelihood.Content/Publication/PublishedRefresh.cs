using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Publication;

/// <summary>Tells those who keep the text of published items that a text came later, such as that of an attached file.</summary>
internal sealed class PublishedRefresh(PortalDbContext db, Publisher publisher, IEnumerable<IContentHandler> handlers)
{
    /// <summary>Describes the item anew. Does nothing where it is not published (any more).</summary>
    public async Task RefreshAsync(string itemId, CancellationToken cancellation)
    {
        if (await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.ItemId == itemId && v.Published, cancellation) is not { } version)
        {
            return;
        }

        var content = await publisher.DescribeAsync(version, cancellation);
        foreach (var handler in handlers)
        {
            await handler.TextChangedAsync(content, cancellation);
        }
    }
}
