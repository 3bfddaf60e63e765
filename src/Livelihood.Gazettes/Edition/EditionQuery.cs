using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Edition;

/// <summary>Finds editions.</summary>
public sealed class EditionQuery(PortalDbContext db, IssueAssembly assembly)
{
    private const int Listed = 50;

    /// <summary>
    /// The edition that the public may have: made of exactly those versions that are published now. Null where there is none yet;
    /// an older one may hold a document that was withdrawn since.
    /// </summary>
    /// <param name="issueVersion">The issue's published version.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<GazetteEdition?> CurrentAsync(ContentVersion issueVersion, CancellationToken cancellation = default)
    {
        var key = await assembly.KeyAsync(issueVersion, cancellation);
        return await db.Set<GazetteEdition>().AsNoTracking()
            .Where(e => e.IssueId == issueVersion.ItemId && e.Key == key && e.ArchiveHash != null)
            .OrderByDescending(e => e.MadeUtc).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether an edition of the issue waits or is being made.</summary>
    public Task<bool> IsUnderWayAsync(string issueId, CancellationToken cancellation = default) =>
        db.Set<GazetteEdition>().AnyAsync(e => e.IssueId == issueId && (e.State == EditionState.Waiting || e.State == EditionState.Making), cancellation);

    /// <summary>All editions of an issue, newest first, at most fifty.</summary>
    public async Task<IReadOnlyList<GazetteEdition>> OfIssueAsync(string issueId, CancellationToken cancellation = default) =>
        await db.Set<GazetteEdition>().AsNoTracking().Where(e => e.IssueId == issueId).OrderByDescending(e => e.RequestedUtc).ThenByDescending(e => e.Id).Take(Listed).ToListAsync(cancellation);

    /// <summary>An edition of an issue by its id, or null.</summary>
    public Task<GazetteEdition?> FindAsync(string issueId, Guid editionId, CancellationToken cancellation = default) =>
        db.Set<GazetteEdition>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == editionId && e.IssueId == issueId, cancellation);
}

/// <summary>Says that the files of editions are in use: somebody may upload one to the library and remove it there again.</summary>
internal sealed class EditionFileUse(PortalDbContext db) : IStoredFileUse
{
    public Task<bool> UsesAsync(string hash, CancellationToken cancellation) =>
        db.Set<GazetteEdition>().AnyAsync(e => e.PdfHash == hash || e.WordHash == hash || e.ArchiveHash == hash, cancellation);
}
