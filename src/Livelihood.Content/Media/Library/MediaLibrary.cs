using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media.Library;

/// <summary>What a file is, as people choose it in a list.</summary>
public enum MediaGroup
{
    /// <summary>Pictures.</summary>
    Pictures,

    /// <summary>Documents, tables, texts.</summary>
    Documents,

    /// <summary>Recordings and films.</summary>
    Recordings,

    /// <summary>Archives.</summary>
    Archives,
}

/// <summary>Which files; null leaves a column open.</summary>
public sealed record MediaFilter(string? Name, MediaGroup? Group, bool UnusedOnly);

/// <summary>A file in a list.</summary>
/// <param name="File">The file.</param>
/// <param name="Uses">How many published items use it.</param>
public sealed record MediaLine(MediaFile File, int Uses)
{
    /// <summary>Its kind.</summary>
    public MediaKind Kind => MediaKind.Named(File.Kind)!;
}

/// <summary>A published item that uses a file.</summary>
public sealed record MediaUser(string ItemId, string Title, string Path);

/// <summary>Lists files and looks after them, for staff. Callers say how far a person sees.</summary>
public sealed class MediaLibrary
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 20;

    private readonly PortalDbContext _db;
    private readonly IAuditTrail _audit;
    private readonly MediaBytes _bytes;

    internal MediaLibrary(PortalDbContext db, IAuditTrail audit, MediaBytes bytes) => (_db, _audit, _bytes) = (db, audit, bytes);

    /// <summary>A page of the files within reach, newest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<MediaLine> Lines, int Total)> PageAsync(
        MediaFilter filter, AgencyReach reach, int page, CancellationToken cancellation = default)
    {
        var files = Within(reach);
        if (!string.IsNullOrWhiteSpace(filter.Name))
        {
            var name = string.Concat(filter.Name.Trim().ToLowerInvariant().Select(c => c is '%' or '_' or '\\' ? $"\\{c}" : c.ToString()));
            files = files.Where(f => EF.Functions.Like(f.Name.ToLower(), $"%{name}%", "\\"));
        }

        if (filter.Group is { } group)
        {
            var kinds = MediaKind.All.Where(k => GroupOf(k) == group).Select(k => k.Name).ToList();
            files = files.Where(f => kinds.Contains(f.Kind));
        }

        if (filter.UnusedOnly)
        {
            files = files.Where(f => !_db.Set<MediaUse>().Any(u => u.MediaPath == f.Path));
        }

        var lines = await files.OrderByDescending(f => f.UploadedUtc).ThenBy(f => f.Path)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(f => new MediaLine(f, _db.Set<MediaUse>().Count(u => u.MediaPath == f.Path)))
            .ToListAsync(cancellation);
        return (lines, await files.CountAsync(cancellation));
    }

    /// <summary>The file at a path, or null where there is none within reach.</summary>
    public Task<MediaFile?> FindAsync(string path, AgencyReach reach, CancellationToken cancellation = default) =>
        Within(reach).FirstOrDefaultAsync(f => f.Path == path, cancellation);

    /// <summary>The files at these paths, by path, whoever owns them.</summary>
    public Task<Dictionary<string, MediaFile>> AtAsync(IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        var wanted = paths.Distinct(StringComparer.Ordinal).ToList();
        return _db.Set<MediaFile>().AsNoTracking().Where(f => wanted.Contains(f.Path)).ToDictionaryAsync(f => f.Path, cancellation);
    }

    /// <summary>The published items that use a file.</summary>
    public async Task<IReadOnlyList<MediaUser>> UsersAsync(string path, CancellationToken cancellation = default) =>
        await (from use in _db.Set<MediaUse>()
               join entry in _db.Set<Catalogue.CatalogueEntry>() on use.ItemId equals entry.ItemId
               where use.MediaPath == path
               orderby entry.PublishedUtc descending
               select new MediaUser(entry.ItemId, entry.Title, entry.Path)).Take(100).ToListAsync(cancellation);

    /// <summary>How many characters of text were read; null: none yet, or never.</summary>
    public Task<int?> TextLengthAsync(string path, CancellationToken cancellation = default) =>
        _db.Set<MediaText>().Where(t => t.Path == path).Select(t => (int?)t.Text.Length).FirstOrDefaultAsync(cancellation);

    /// <summary>The work that waits for a file.</summary>
    public Task<List<MediaWork>> WorkAsync(string path, CancellationToken cancellation = default) =>
        _db.Set<MediaWork>().AsNoTracking().Where(w => w.Path == path).ToListAsync(cancellation);

    /// <summary>Changes the alternative text. Does nothing where it is the same.</summary>
    public async Task DescribeAsync(MediaFile file, string? text, CancellationToken cancellation = default)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (file.AlternativeText == text)
        {
            return;
        }

        file.AlternativeText = text;
        _audit.Record("media.described", nameof(MediaFile), file.Path, new { Text = text });
        await _db.SaveChangesAsync(cancellation);
    }

    /// <summary>Deletes a file that no version of any item names, and its bytes. False where one does.</summary>
    public async Task<bool> DeleteAsync(MediaFile file, CancellationToken cancellation = default)
    {
        using var alone = await _bytes.AloneAsync(cancellation);
        if (await IsNamedAsync(file, cancellation))
        {
            return false;
        }

        _db.Remove(file);
        _audit.Record("media.deleted", nameof(MediaFile), file.Path, new { file.FileHash, file.Name });
        await _db.SaveChangesAsync(cancellation);
        await _bytes.RemoveUnusedAsync([file.FileHash, file.SmallHash], cancellation);
        return true;
    }

    private IQueryable<MediaFile> Within(AgencyReach reach) =>
        _db.Set<MediaFile>().Where(f => f.AgencyId != null && (reach.Everything || reach.Ids.Contains(f.AgencyId)));

    // Drafts and old versions count: nothing that was written may lose its files.
    private async Task<bool> IsNamedAsync(MediaFile file, CancellationToken cancellation)
    {
        var secret = string.Join('/', file.Path.Split('/').Take(3));
        return await _db.Set<MediaUse>().AnyAsync(u => u.MediaPath == file.Path, cancellation)
            || await _db.Set<Items.ContentVersion>().AnyAsync(v => v.Data.Contains(secret), cancellation);
    }

    private static MediaGroup GroupOf(MediaKind kind) =>
        kind.IsPicture ? MediaGroup.Pictures
        : kind == MediaKind.Zip ? MediaGroup.Archives
        : kind == MediaKind.Mp3 || kind == MediaKind.Mp4 ? MediaGroup.Recordings
        : MediaGroup.Documents;
}
