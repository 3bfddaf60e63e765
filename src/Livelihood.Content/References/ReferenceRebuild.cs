using Livelihood.Content.Publication;
using Livelihood.Platform.Data;

namespace Livelihood.Content.References;

/// <summary>Reads what all published texts refer to anew: for texts that were published before references were kept, and for a changed reading.</summary>
public sealed class ReferenceRebuild
{
    private const int BatchSize = 100;

    private readonly PortalDbContext _db;
    private readonly IPublishedContents _contents;
    private readonly ReferenceIndex _index;

    internal ReferenceRebuild(PortalDbContext db, IPublishedContents contents) => (_db, _contents, _index) = (db, contents, new(db));

    /// <summary>Rebuilds in batches, each in a transaction of its own; the portal may serve and publish meanwhile. Returns how many items were read.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var done = 0;
        await foreach (var batch in BatchesAsync(cancellation))
        {
            await using var unit = await _db.BeginUnitAsync(cancellation);
            foreach (var content in batch)
            {
                await _index.WriteAsync(content, cancellation);
            }

            await _db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
            _db.ChangeTracker.Clear();
            done += batch.Count;
        }

        return done;
    }

    private async IAsyncEnumerable<List<PublishedContent>> BatchesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<PublishedContent>(BatchSize);
        await foreach (var content in _contents.AllAsync(cancellation))
        {
            batch.Add(content);
            if (batch.Count == BatchSize)
            {
                yield return batch;
                batch = new(BatchSize);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
