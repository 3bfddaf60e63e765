using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Index;

/// <summary>
/// A line for each write to the index, numbered without gaps in the order of commits, so that every process knows what changed
/// since it last looked.
/// </summary>
[Unaudited("The index follows from publication and withdrawal, which are audited.")]
internal sealed class SearchChange
{
    /// <summary>1, 2, 3 …</summary>
    public long Generation { get; init; }

    /// <summary>The document that was entered, replaced or taken out.</summary>
    public long DocumentId { get; init; }
}

/// <summary>Writes and reads the changes.</summary>
internal static class SearchChanges
{
    /// <summary>Older lines are dropped: who looks that seldom reads everything anew.</summary>
    private const int Kept = 10_000;

    /// <summary>They are dropped so many at a time: with every write, that would take as long as the write itself.</summary>
    private const int Dropped = 1_000;

    // Writers of the index queue here until their transaction ends, so that numbers are in the order of commits.
    private const long AdvisoryLock = 0x4C49_5645_5345_4152;

    private static readonly CompiledQuery<Func<PortalDbContext, CancellationToken, Task<long?>>> Latest = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, CancellationToken cancellation) => db.Set<SearchChange>().Max(c => (long?)c.Generation)));

    /// <summary>The state of the index in the snapshot that is open.</summary>
    public static async Task<long> GenerationAsync(PortalDbContext db, CancellationToken cancellation) => await Latest.For(db)(db, cancellation) ?? 0;

    /// <summary>The documents that changed after one state until another, each once; null where they are too many, or not known any more.</summary>
    public static async Task<IReadOnlyList<long>?> BetweenAsync(PortalDbContext db, long known, long generation, int most, CancellationToken cancellation)
    {
        if (generation - known > most)
        {
            return null;
        }

        var changed = await db.Set<SearchChange>().Where(c => c.Generation > known && c.Generation <= generation)
            .Select(c => c.DocumentId).ToListAsync(cancellation);
        return changed.Count == generation - known ? [.. changed.Distinct()] : null;
    }

    /// <summary>
    /// Waits for whoever writes to the index; before the first row of it is touched, or two writers that touch the same rows in
    /// another order wait for each other. SQLite lets one write at a time anyway.
    /// </summary>
    public static async Task QueueAsync(PortalDbContext db, CancellationToken cancellation)
    {
        if (db.Kind == DatabaseKind.PostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellation);
        }
    }

    /// <summary>An index that holds nothing but what is being written is this analyser's from the beginning.</summary>
    private static async Task BeginAsync(PortalDbContext db, int written, CancellationToken cancellation)
    {
        if (await db.Set<SearchDocument>().CountAsync(cancellation) <= written && !await db.Set<SearchState>().AnyAsync(cancellation))
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO search_state ("Id", "AnalyserVersion") VALUES (1, {Analyser.Version})""", cancellation);
        }
    }

    /// <summary>Notes that documents were written, inside the transaction that writes them.</summary>
    public static async Task AddAsync(PortalDbContext db, IReadOnlyList<long> documents, CancellationToken cancellation)
    {
        var last = await GenerationAsync(db, cancellation);
        if (last == 0)
        {
            await BeginAsync(db, documents.Count, cancellation);
        }

        foreach (var batch in documents.Select((id, i) => (Generation: last + 1 + i, Id: id)).Chunk(500))
        {
            var sql = "INSERT INTO search_changes (\"Generation\", \"DocumentId\") VALUES " + string.Join(',', batch.Select(c => $"({c.Generation},{c.Id})"));
#pragma warning disable EF1002 // Two numbers of our own, no text.
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
#pragma warning restore EF1002
        }

        var oldest = last + documents.Count - Kept;
        if (oldest > 0 && oldest / Dropped > (oldest - documents.Count) / Dropped)
        {
            await db.Database.ExecuteSqlAsync($"""DELETE FROM search_changes WHERE "Generation" <= {oldest}""", cancellation);
        }
    }
}
