using System.Security.Cryptography;
using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Persons;

/// <summary>Makes the keys of requests that were filed before there were any, a batch at a time.</summary>
internal sealed class PersonBackfill(PortalDbContext db, PersonHashes hashes, PersonalData personalData, ILogger<PersonBackfill> log)
{
    private const int BatchSize = 200;

    /// <summary>Makes what is missing; it can be stopped and run again at any time.</summary>
    /// <returns>How many requests got keys.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default) => await PersonsAsync(cancellation) + await LikenessAsync(cancellation);

    private async Task<int> PersonsAsync(CancellationToken cancellation)
    {
        var (done, after) = (0, Guid.Empty);
        while (true)
        {
            db.ChangeTracker.Clear();
            var batch = await db.Set<RequesterRow>().AsNoTracking()
                .Where(r => r.RequestId > after && !db.Set<PersonKeyRow>().Any(k => k.RequestId == r.RequestId))
                .OrderBy(r => r.RequestId).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return done;
            }

            after = batch[^1].RequestId;
            foreach (var row in batch)
            {
                try
                {
                    hashes.StagePerson(row.RequestId, personalData.Unprotect(row.Protected));
                    done++;
                }
                catch (CryptographicException unreadable)
                {
                    log.LogWarning(unreadable, "Who filed request {Request} cannot be read with the keys of the data folder", row.RequestId);
                }
            }

            await SaveAsync(cancellation);
        }
    }

    private async Task<int> LikenessAsync(CancellationToken cancellation)
    {
        var (done, after) = (0, Guid.Empty);
        while (true)
        {
            db.ChangeTracker.Clear();
            var batch = await db.Set<DisclosureRequest>().AsNoTracking()
                .Where(r => r.Id > after && !db.Set<LikenessKeyRow>().Any(k => k.RequestId == r.Id))
                .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return done;
            }

            after = batch[^1].Id;
            batch.ForEach(hashes.StageLikeness);
            done += batch.Count;
            await SaveAsync(cancellation);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node makes the same keys; what it left is made at the next start.
        }
    }
}
