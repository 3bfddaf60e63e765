using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens.Passkeys;

/// <summary>
/// Shows Identity's passkey handler the accounts and passkeys of citizens. It reads and writes nothing: writing belongs to
/// <see cref="CitizenPasskeys"/>, where audit entry and mail commit together with the row.
/// </summary>
internal sealed class CitizenPasskeyStore(PortalDbContext db, CitizenSecrets secrets) : IUserPasskeyStore<CitizenAccount>
{
    public async Task<CitizenAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Set<CitizenAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    public async Task<CitizenAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var hash = secrets.HashOfPasskey(credentialId);
        return await db.Set<CitizenAccount>().AsNoTracking()
            .FirstOrDefaultAsync(a => db.Set<CitizenPasskey>().Any(p => p.CredentialHash == hash && p.AccountId == a.Id), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(CitizenAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var hash = secrets.HashOfPasskey(credentialId);
        return (await db.Set<CitizenPasskey>().AsNoTracking().FirstOrDefaultAsync(p => p.CredentialHash == hash && p.AccountId == user.Id, cancellationToken))?.Info();
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(CitizenAccount user, CancellationToken cancellationToken) =>
        [.. (await db.Set<CitizenPasskey>().AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(passkey => passkey.Info())];

    public Task<string> GetUserIdAsync(CitizenAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(CitizenAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString());

    public Task<string?> GetNormalizedUserNameAsync(CitizenAccount user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public Task<CitizenAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(CitizenAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(CitizenAccount user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetUserNameAsync(CitizenAccount user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(CitizenAccount user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(CitizenAccount user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(CitizenAccount user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(CitizenAccount user, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // The context is the scope's.
    }

    private static NotSupportedException ReadsOnly() => new("Citizens' accounts are written by their own services.");
}
