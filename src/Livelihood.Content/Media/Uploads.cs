using Livelihood.Content.Media.Inspection;
using Livelihood.Content.Media.Pictures;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Content.Media;

/// <summary>A file that somebody wants to leave.</summary>
/// <param name="Name">As the browser names it; it is cleaned.</param>
/// <param name="AgencyId">The agency that it will belong to. The caller has made sure that the person may write for it.</param>
/// <param name="AlternativeText">What a picture shows, or null.</param>
public sealed record UploadRequest(string Name, string AgencyId, string? AlternativeText = null);

/// <summary>Takes files: the one way in, whoever asks.</summary>
public interface IUploads
{
    /// <summary>
    /// Checks a file and keeps it. The same bytes under the same name in the same agency and month are the same file:
    /// the one that is there is returned.
    /// </summary>
    /// <exception cref="UploadRefusedException">It is not taken, and nothing of it was kept.</exception>
    Task<MediaFile> TakeAsync(Stream content, UploadRequest request, CancellationToken cancellation = default);
}

internal sealed class Uploads(
    PortalDbContext db, IFileStore store, PortalFolder folder, PictureWorkshop pictures, MediaBytes bytes,
    IAuditTrail audit, ICurrentActor actor, ChinaClock clock, IOptions<UploadOptions> options) : IUploads
{
    private static readonly InspectionLimits Limits = new();

    public async Task<MediaFile> TakeAsync(Stream content, UploadRequest request, CancellationToken cancellation = default)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder.Folder("files/incoming"), Guid.NewGuid().ToString("n")));
        try
        {
            var received = Path.Combine(place.FullName, "received");
            await ReceiveAsync(content, received, cancellation);
            var name = UploadName.Clean(request.Name);
            var kind = Inspect(received, name);
            if (UploadName.Extension(name).Length == 0)
            {
                name = (name.Length > 0 ? name : "文件") + kind.Extensions[0];
            }

            var picture = kind.IsPicture ? await MakeReadyAsync(kind, received, place.FullName, cancellation) : null;
            return await KeepAsync(kind, name, picture, picture?.Path ?? received, request, cancellation);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private async Task ReceiveAsync(Stream content, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (file.Length + read > options.Value.MaxBytes)
            {
                throw new UploadRefusedException($"文件超过 {options.Value.MaxMegabytes} MB。请压缩、缩小或者拆分后再上传。");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static MediaKind Inspect(string path, string name)
    {
        using var content = File.OpenRead(path);
        return FileInspector.Inspect(content, name, Limits);
    }

    private async Task<ReadyPicture> MakeReadyAsync(MediaKind kind, string path, string place, CancellationToken cancellation)
    {
        try
        {
            return await pictures.MakeReadyAsync(kind, path, place, cancellation);
        }
        catch (InvalidDataException problem)
        {
            throw new UploadRefusedException("图片不完整或者已损坏。请重新导出后再上传。", problem);
        }
    }

    private async Task<MediaFile> KeepAsync(
        MediaKind kind, string name, ReadyPicture? picture, string path, UploadRequest request, CancellationToken cancellation)
    {
        using var alone = await bytes.AloneAsync(cancellation);
        var kept = await SaveAsync(path, cancellation);
        var small = picture?.SmallPath is { } smallPath ? await SaveAsync(smallPath, cancellation) : null;
        try
        {
            var address = MediaAddress.Of(clock.Today, request.AgencyId, kept.Hash, name);
            if (await db.Set<MediaFile>().FirstOrDefaultAsync(f => f.Path == address, cancellation) is { } known)
            {
                return known.Scan == MediaScan.Infected
                    ? throw new UploadRefusedException($"这个文件以前扫描出病毒（{known.Finding}），不能上传。请清除病毒后再上传。")
                    : known;
            }

            var file = new MediaFile
            {
                Path = address,
                FileHash = kept.Hash,
                Length = kept.Length,
                AgencyId = request.AgencyId,
                Name = name,
                Kind = kind.Name,
                UploadedBy = actor.Current,
                UploadedUtc = clock.UtcNow,
                Width = picture?.Width,
                Height = picture?.Height,
                SmallHash = small?.Hash,
                SmallWidth = picture?.SmallWidth,
                AlternativeText = string.IsNullOrWhiteSpace(request.AlternativeText) ? null : request.AlternativeText.Trim(),
                Scan = options.Value.IsScanned ? MediaScan.Waiting : MediaScan.NotScanned,
            };
            db.Add(file);
            AddWork(file, kind);
            audit.Record("media.uploaded", nameof(MediaFile), address, new { kept.Hash, kept.Length, Kind = kind.Name, file.AgencyId });
            await db.SaveChangesAsync(cancellation);
            return file;
        }
        catch
        {
            db.ChangeTracker.Clear();
            await bytes.RemoveUnusedAsync([kept.Hash, small?.Hash], CancellationToken.None);
            throw;
        }
    }

    private void AddWork(MediaFile file, MediaKind kind)
    {
        if (file.Scan == MediaScan.Waiting)
        {
            db.Add(new MediaWork { Path = file.Path, Task = MediaTask.Scan, DueUtc = file.UploadedUtc });
        }

        if (kind.HasText)
        {
            db.Add(new MediaWork { Path = file.Path, Task = MediaTask.Text, DueUtc = file.UploadedUtc });
        }
    }

    private async Task<FileRef> SaveAsync(string path, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(path);
        return await store.SaveAsync(content, cancellation);
    }
}
