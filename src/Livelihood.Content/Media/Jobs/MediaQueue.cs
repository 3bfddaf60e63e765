using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media.Jobs;

/// <summary>The work that waits for files.</summary>
internal sealed class MediaQueue(PortalDbContext db, ChinaClock clock)
{
    private const int BatchSize = 20;

    /// <summary>What is due, oldest first. A file's text waits until the file is scanned.</summary>
    public Task<List<MediaWork>> DueAsync(MediaTask task, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        return (from work in db.Set<MediaWork>()
                join file in db.Set<MediaFile>() on work.Path equals file.Path
                where work.Task == task && work.DueUtc <= now && (task == MediaTask.Scan || file.Scan != MediaScan.Waiting)
                orderby work.DueUtc
                select work).Take(BatchSize).ToListAsync(cancellation);
    }

    /// <summary>Puts the work off: 10, 20, 40 … seconds, at most an hour.</summary>
    public async Task PutOffAsync(MediaWork work, string reason, CancellationToken cancellation)
    {
        work.Attempts++;
        work.LastError = reason;
        work.DueUtc = clock.UtcNow + TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Math.Min(work.Attempts - 1, 10))));
        await db.SaveChangesAsync(cancellation);
    }
}
