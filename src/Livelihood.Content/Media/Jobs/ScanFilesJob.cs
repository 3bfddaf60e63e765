using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Files.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Livelihood.Content.Media.Jobs;

/// <summary>Has the files that wait scanned. What is infected loses its bytes at once; where clamd does not answer, files wait on.</summary>
[DisallowConcurrentExecution]
internal sealed class ScanFilesJob(
    PortalDbContext db, MediaQueue queue, IFileStore store, MediaBytes bytes, IAuditTrail audit, IOptions<UploadOptions> options, ILogger<ScanFilesJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var work in await queue.DueAsync(MediaTask.Scan, cancellationToken))
        {
            var file = await db.Set<MediaFile>().FirstAsync(f => f.Path == work.Path, cancellationToken);
            try
            {
                await ScanAsync(file, work, cancellationToken);
            }
            catch (IOException problem)
            {
                log.LogWarning(problem, "{Path} could not be scanned at attempt {Attempt}", file.Path, work.Attempts + 1);
                await queue.PutOffAsync(work, problem.Message, cancellationToken);
            }
        }
    }

    private async Task ScanAsync(MediaFile file, MediaWork work, CancellationToken cancellation)
    {
        var finding = await FindingAsync(file, cancellation);
        db.Remove(work);
        if (finding is null)
        {
            // The scanner may have been switched off since; then nobody waits for it.
            file.Scan = options.Value.IsScanned ? MediaScan.Clean : MediaScan.NotScanned;
            audit.Record("media.scanned", nameof(MediaFile), file.Path, new { Result = file.Scan.ToString() });
            await db.SaveChangesAsync(cancellation);
            return;
        }

        (file.Scan, file.Finding) = (MediaScan.Infected, finding);
        log.LogWarning("{Path} is infected: {Finding}", file.Path, finding);
        audit.Record("media.infected", nameof(MediaFile), file.Path, new { Finding = finding, file.FileHash });
        using var alone = await bytes.AloneAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.Set<MediaWork>().Where(w => w.Path == file.Path).ExecuteDeleteAsync(cancellation);
        store.Remove(file.FileHash);
        if (file.SmallHash is not null)
        {
            await bytes.RemoveUnusedAsync([file.SmallHash], cancellation);
        }
    }

    private async Task<string?> FindingAsync(MediaFile file, CancellationToken cancellation)
    {
        if (!options.Value.IsScanned)
        {
            return null;
        }

        // Bytes that another agency's copy of the file has lost already are infected too.
        if (store.Open(file.FileHash) is not { } content)
        {
            return await db.Set<MediaFile>().Where(f => f.FileHash == file.FileHash && f.Finding != null).Select(f => f.Finding).FirstOrDefaultAsync(cancellation)
                ?? throw new IOException("The bytes are missing.");
        }

        await using (content)
        {
            return (await new VirusScanner(options.Value.Clamd).ScanAsync(content, cancellation)).Finding;
        }
    }
}
