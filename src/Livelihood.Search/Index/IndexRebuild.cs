using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Indexing;
using Livelihood.Search.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Index;

/// <summary>How far a rebuild is.</summary>
/// <param name="Done">Items entered.</param>
/// <param name="Total">Items published when it began.</param>
public sealed record RebuildProgress(int Done, int Total);

/// <summary>
/// Enters everything that is published anew and takes out the rest. No service needs it; it is there for a changed analyser
/// and for doubt. The portal may serve and publish meanwhile.
/// </summary>
public sealed class IndexRebuild
{
    private const int BatchSize = 100;

    private readonly PortalDbContext _db;
    private readonly IPublishedContents _contents;
    private readonly ISearchIndex _index;

    internal IndexRebuild(PortalDbContext db, IPublishedContents contents, ISearchIndex index) =>
        (_db, _contents, _index) = (db, contents, index);

    /// <summary>Rebuilds in batches, each in a transaction of its own. Returns how many items were entered.</summary>
    public async Task<int> RunAsync(IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var total = await _contents.CountAsync(cancellation);
        var done = 0;
        var batch = new List<IndexEntry>(BatchSize);
        await foreach (var content in _contents.AllAsync(cancellation))
        {
            batch.Add(IndexEntry.Of(content));
            if (batch.Count == BatchSize)
            {
                done += await WriteAsync(batch, cancellation);
                progress?.Report(new RebuildProgress(done, Math.Max(total, done)));
            }
        }

        done += await WriteAsync(batch, cancellation);
        await using var unit = await _db.BeginUnitAsync(cancellation);
        await _index.SweepAsync(cancellation);
        await _db.Set<SearchState>().ExecuteDeleteAsync(cancellation);
        _db.Add(new SearchState { AnalyserVersion = Analyser.Version });
        await _db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        progress?.Report(new RebuildProgress(done, done));
        return done;
    }

    private async Task<int> WriteAsync(List<IndexEntry> batch, CancellationToken cancellation)
    {
        await using var unit = await _db.BeginUnitAsync(cancellation);
        foreach (var entry in batch)
        {
            await _index.WriteAsync(entry, cancellation);
        }

        await unit.CommitAsync(cancellation);
        var written = batch.Count;
        batch.Clear();
        return written;
    }
}
