using System.Runtime.CompilerServices;
using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Publication;

/// <summary>Reads everything that is published, for an index that is built anew or compared.</summary>
public interface IPublishedContents
{
    /// <summary>How many items are published.</summary>
    Task<int> CountAsync(CancellationToken cancellation = default);

    /// <summary>All of them in order of id, read in batches; an item withdrawn meanwhile is left out.</summary>
    IAsyncEnumerable<PublishedContent> AllAsync(CancellationToken cancellation = default);
}

internal sealed class PublishedContents(PortalDbContext db, Publisher publisher) : IPublishedContents
{
    private const int BatchSize = 200;

    public Task<int> CountAsync(CancellationToken cancellation = default) =>
        db.Set<ContentVersion>().CountAsync(v => v.Published, cancellation);

    public async IAsyncEnumerable<PublishedContent> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var after = "";
        while (true)
        {
            var batch = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
                .Where(v => v.Published && string.Compare(v.ItemId, after) > 0)
                .OrderBy(v => v.ItemId).Take(BatchSize)
                .ToListAsync(cancellation);
            foreach (var version in batch)
            {
                yield return await publisher.DescribeAsync(version, cancellation);
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            after = batch[^1].ItemId;
        }
    }
}
