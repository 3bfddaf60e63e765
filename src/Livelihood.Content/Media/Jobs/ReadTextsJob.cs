using Livelihood.Content.Media.Texts;
using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Livelihood.Content.Media.Jobs;

/// <summary>Reads the texts of files that were uploaded, and has the items that use them found by them.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadTextsJob(
    PortalDbContext db, MediaQueue queue, IFileStore store, PortalFolder folder, FileTextReader reader, PublishedRefresh published,
    ILogger<ReadTextsJob> log) : IJob
{
    private const int MostAttempts = 8;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var work in await queue.DueAsync(MediaTask.Text, cancellationToken))
        {
            try
            {
                await ReadAsync(work, cancellationToken);
            }
            catch (IOException problem) when (work.Attempts + 1 < MostAttempts)
            {
                log.LogWarning(problem, "The text of {Path} could not be read at attempt {Attempt}", work.Path, work.Attempts + 1);
                await queue.PutOffAsync(work, problem.Message, cancellationToken);
            }
            catch (IOException problem)
            {
                log.LogError(problem, "The text of {Path} is given up", work.Path);
                db.Remove(work);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task ReadAsync(MediaWork work, CancellationToken cancellation)
    {
        var file = await db.Set<MediaFile>().AsNoTracking().FirstAsync(f => f.Path == work.Path, cancellation);
        var text = await TextOfAsync(file, cancellation);
        await using var unit = await db.BeginUnitAsync(cancellation);
        if (await db.Set<MediaText>().FirstOrDefaultAsync(t => t.Path == file.Path, cancellation) is { } known)
        {
            known.Text = text;
        }
        else
        {
            db.Add(new MediaText { Path = file.Path, Text = text });
        }

        db.Remove(work);
        await db.SaveChangesAsync(cancellation);
        foreach (var item in await db.Set<MediaUse>().Where(u => u.MediaPath == file.Path).Select(u => u.ItemId).ToListAsync(cancellation))
        {
            await published.RefreshAsync(item, cancellation);
        }

        await unit.CommitAsync(cancellation);
    }

    private async Task<string> TextOfAsync(MediaFile file, CancellationToken cancellation)
    {
        await using var content = store.Open(file.FileHash) ?? throw new IOException("文件不在了");
        var place = Directory.CreateDirectory(Path.Combine(folder.Folder("files/incoming"), Guid.NewGuid().ToString("n")));
        try
        {
            var copy = Path.Combine(place.FullName, "file");
            await using (var target = File.Create(copy))
            {
                await content.CopyToAsync(target, cancellation);
            }

            return await reader.ReadAsync(MediaKind.Named(file.Kind)!, copy, cancellation);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }
}
