using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Passkeys;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>By what an account can be opened; a password needs the address too, so it is none of its own.</summary>
/// <param name="HasAddress">By a code to its address.</param>
/// <param name="Identities">By so many identities of the provider.</param>
/// <param name="Passkeys">By so many passkeys.</param>
public sealed record SignInWays(bool HasAddress, int Identities, int Passkeys)
{
    /// <summary>Whether the account could still be opened without the provider.</summary>
    public bool SurvivesUnbinding => HasAddress || Passkeys > 0;

    /// <summary>Whether it could still be opened with a passkey less.</summary>
    public bool SurvivesLosingAPasskey => HasAddress || Identities > 0 || Passkeys > 1;

    /// <summary>Reads them.</summary>
    internal static async Task<SignInWays> OfAsync(PortalDbContext db, Guid account, CancellationToken cancellation) => new(
        await db.Set<CitizenAccount>().AnyAsync(a => a.Id == account && a.AddressHash != null, cancellation),
        await db.Set<CitizenLogin>().CountAsync(l => l.AccountId == account, cancellation),
        await db.Set<CitizenPasskey>().CountAsync(p => p.AccountId == account, cancellation));

    /// <summary>
    /// Gives one up, in the caller's unit of work: the account's row is taken before it is asked what remains, so that of two ways
    /// that are given up at once one stays; and the sessions of other browsers end.
    /// </summary>
    /// <returns>The account; null where it would be left without a way.</returns>
    internal static async Task<CitizenAccount?> GiveUpAsync(PortalDbContext db, Guid id, Func<SignInWays, bool> survives, CancellationToken cancellation)
    {
        var stamp = Guid.NewGuid();
        await db.Set<CitizenAccount>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Stamp, stamp), cancellation);
        return survives(await OfAsync(db, id, cancellation)) ? await db.Set<CitizenAccount>().SingleAsync(a => a.Id == id, cancellation) : null;
    }
}
