using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Agencies;

/// <summary>Finds agencies by code and by any name they have or had.</summary>
public interface IAgencyDirectory
{
    /// <summary>All agencies, in their order. A few hundred at most; read once a scope.</summary>
    Task<IReadOnlyList<Agency>> AllAsync(CancellationToken cancellation = default);

    /// <summary>The agency of this code, or null.</summary>
    Task<Agency?> FindAsync(string id, CancellationToken cancellation = default);

    /// <summary>The agency that has, or had, this full or short name, or null. Spaces do not matter.</summary>
    Task<Agency?> FindByNameAsync(string name, CancellationToken cancellation = default);

    /// <summary>The agency whose document numbers begin with this code, such as 云政办, or null.</summary>
    Task<Agency?> FindByDocumentCodeAsync(string code, CancellationToken cancellation = default);

    /// <summary>Reads the agencies anew when next asked: for whoever changed them in this scope.</summary>
    void Forget();
}

internal sealed class AgencyDirectory(PortalDbContext db) : IAgencyDirectory
{
    private IReadOnlyList<Agency>? _all;

    public async Task<IReadOnlyList<Agency>> AllAsync(CancellationToken cancellation = default) =>
        _all ??= await db.Set<Agency>().AsNoTracking().OrderBy(a => a.Order).ThenBy(a => a.Id).ToListAsync(cancellation);

    public async Task<Agency?> FindAsync(string id, CancellationToken cancellation = default) =>
        (await AllAsync(cancellation)).FirstOrDefault(a => a.Id == id);

    public async Task<Agency?> FindByNameAsync(string name, CancellationToken cancellation = default)
    {
        var wanted = Squeeze(name);
        var all = await AllAsync(cancellation);
        return all.FirstOrDefault(a => Squeeze(a.Name) == wanted || Squeeze(a.ShortName) == wanted)
            ?? all.FirstOrDefault(a => a.FormerNames.Exists(
                f => Squeeze(f.Name) == wanted || (f.ShortName is not null && Squeeze(f.ShortName) == wanted)));
    }

    public async Task<Agency?> FindByDocumentCodeAsync(string code, CancellationToken cancellation = default) =>
        (await AllAsync(cancellation)).FirstOrDefault(a => a.DocumentCodes.Contains(code, StringComparer.Ordinal));

    public void Forget() => _all = null;

    private static string Squeeze(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}
