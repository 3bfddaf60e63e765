using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media;

/// <summary>One at a time: keeps an upload of bytes and the removal of the same bytes apart.</summary>
internal sealed class MediaBytesLock : IDisposable
{
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public void Dispose() => Gate.Dispose();
}

/// <summary>Removes bytes from the file store when nothing refers to them any more.</summary>
internal sealed class MediaBytes(PortalDbContext db, IFileStore store, MediaBytesLock turn, IEnumerable<IStoredFileUse> uses)
{
    /// <summary>Waits until nobody else keeps or removes files; disposing lets the next one in.</summary>
    public async Task<IDisposable> AloneAsync(CancellationToken cancellation)
    {
        await turn.Gate.WaitAsync(cancellation);
        return new Turn(turn.Gate);
    }

    /// <summary>Removes those of the bytes that no file has, no item names as its source, and no other module keeps.</summary>
    public async Task RemoveUnusedAsync(IEnumerable<string?> hashes, CancellationToken cancellation)
    {
        foreach (var hash in hashes.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var isUsed = await db.Set<MediaFile>().AnyAsync(f => (f.FileHash == hash || f.SmallHash == hash) && f.Scan != MediaScan.Infected, cancellation)
                || await db.Set<ContentVersion>().AnyAsync(v => v.Data.Contains(hash), cancellation);
            foreach (var use in uses)
            {
                isUsed = isUsed || await use.UsesAsync(hash, cancellation);
            }

            if (!isUsed)
            {
                store.Remove(hash);
            }
        }
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
