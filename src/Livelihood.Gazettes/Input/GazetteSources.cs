using Livelihood.Content.Media;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Input;

/// <summary>Remembers from which files issues were imported.</summary>
public sealed class GazetteSources(PortalDbContext db, IFileStore files, IAuditTrail audit, ICurrentActor actor, ChinaClock clock) : IStoredFileUse
{
    /// <summary>How many files of one issue are listed.</summary>
    public const int MostListed = 100;

    /// <summary>Keeps the file; the same bytes are kept once.</summary>
    public async Task<FileRef> KeepFileAsync(GazetteFile file, CancellationToken cancellation = default)
    {
        await using var content = new ReadOnlyMemoryStream(file.Bytes);
        return await files.SaveAsync(content, cancellation);
    }

    /// <summary>Notes that an issue came from a file, once; saved with the caller's transaction.</summary>
    public async Task KeepAsync(IssueText issue, string issueId, FileRef file, string textHash, CancellationToken cancellation = default)
    {
        var isKnown = await db.Set<GazetteSource>().AnyAsync(s => s.IssueId == issueId && s.FileHash == file.Hash && s.Part == issue.Part, cancellation);
        if (isKnown)
        {
            return;
        }

        var name = issue.File.Name;
        db.Add(new GazetteSource
        {
            IssueId = issueId,
            FileHash = file.Hash,
            FileName = name.Length <= GazetteSource.LongestName ? name : name[^GazetteSource.LongestName..],
            Length = file.Length,
            Format = issue.Format,
            TextHash = textHash,
            Part = issue.Part,
            Parts = issue.Parts,
            Notes = string.Join('\n', issue.Notes),
            ImportedUtc = clock.UtcNow,
            ImportedBy = actor.Current,
        });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The files of an issue, newest first.</summary>
    public async Task<IReadOnlyList<GazetteSource>> OfAsync(string issueId, CancellationToken cancellation = default) =>
        await db.Set<GazetteSource>().AsNoTracking().Where(s => s.IssueId == issueId)
            .OrderByDescending(s => s.ImportedUtc).Take(MostListed).ToListAsync(cancellation);

    /// <summary>The issues that were imported from these very bytes, by part.</summary>
    public async Task<IReadOnlyList<GazetteSource>> FromAsync(string fileHash, CancellationToken cancellation = default) =>
        await db.Set<GazetteSource>().AsNoTracking().Where(s => s.FileHash == fileHash).OrderBy(s => s.Part).Take(MostListed).ToListAsync(cancellation);

    /// <inheritdoc />
    public Task<bool> UsesAsync(string hash, CancellationToken cancellation) =>
        db.Set<GazetteSource>().AnyAsync(s => s.FileHash == hash || s.TextHash == hash, cancellation);

    /// <summary>Opens a file for a person who takes it away; the audit chain says so. Null where its bytes are gone.</summary>
    public async Task<Stream?> TakeAwayAsync(GazetteSource source, CancellationToken cancellation = default)
    {
        if (files.Open(source.FileHash) is not { } content)
        {
            return null;
        }

        audit.Record("gazette.source_taken", Import.IssueContent.IssueType, source.IssueId, new { File = source.FileHash });
        await db.SaveChangesAsync(cancellation);
        return content;
    }
}
