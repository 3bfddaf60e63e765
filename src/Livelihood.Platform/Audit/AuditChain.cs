using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Audit;

/// <summary>Writes and verifies the chain.</summary>
public static class AuditChain
{
    // Writers queue here until their transaction ends; SQLite has one writer anyhow.
    private const long AdvisoryLock = 0x4C49_5645_4155_4449;

    internal static async Task<List<AuditEntry>> AppendAsync(
        PortalDbContext db, IReadOnlyList<AuditDraft> drafts, CancellationToken cancellation)
    {
        if (db.Kind == DatabaseKind.PostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellation);
        }

        var last = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        var added = new List<AuditEntry>(drafts.Count);
        foreach (var draft in drafts)
        {
            last = AuditEntry.After(last, draft);
            added.Add(last);
        }

        db.AddRange(added);
        return added;
    }

    /// <summary>Walks the whole chain, entry by entry.</summary>
    /// <returns>How many entries hold, and the first one that does not, if any.</returns>
    public static async Task<AuditVerification> VerifyAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        var (count, previous) = (0L, AuditEntry.Genesis);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable()
            .WithCancellation(cancellation))
        {
            if (entry.Sequence != count + 1 || entry.PreviousHash != previous || entry.Hash != entry.ComputeHash())
            {
                return new(count, count + 1, previous);
            }

            (count, previous) = (entry.Sequence, entry.Hash);
        }

        return new(count, BrokenAt: null, previous);
    }
}

/// <summary>What a walk along the chain found.</summary>
/// <param name="Intact">How many entries hold, counted from the first.</param>
/// <param name="BrokenAt">The place of the first entry that is missing or changed; null when all hold.</param>
/// <param name="Head">The hash of the last entry that holds.</param>
public sealed record AuditVerification(long Intact, long? BrokenAt, string Head);
