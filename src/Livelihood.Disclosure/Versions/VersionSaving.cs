using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Versions;

/// <summary>Adds a version to what is kept in versions, 1, 2, 3 …, each of which holds from a day on.</summary>
internal static class VersionSaving
{
    /// <summary>Saves the next version, in one transaction with its audit entry, where nobody saved one since the person looked.</summary>
    /// <param name="db">The database.</param>
    /// <param name="versions">The numbers of the versions there are.</param>
    /// <param name="basedOn">The last version that the person had seen; 0: none but the delivered one.</param>
    /// <param name="stage">Stages the version's row and its audit entry under the number given.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="VersionChangedException">Somebody else was faster.</exception>
    public static async Task AddVersionAsync(
        this PortalDbContext db, IQueryable<int> versions, int basedOn, Action<int> stage, CancellationToken cancellation)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        if ((await versions.MaxAsync(version => (int?)version, cancellation) ?? 0) != basedOn)
        {
            throw new VersionChangedException();
        }

        stage(basedOn + 1);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two at once had seen the same last version; the key lets one of them in.
            throw new VersionChangedException();
        }

        await unit.CommitAsync(cancellation);
    }
}
