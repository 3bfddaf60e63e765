using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>Where a sign-in stands.</summary>
public enum SignInStep
{
    /// <summary>What was typed is wrong, or has run out.</summary>
    Refused,

    /// <summary>The one-time password is asked next.</summary>
    SecondFactor,

    /// <summary>Signed in.</summary>
    Done,
}

/// <summary>Held by a browser between the first and the second factor.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Stamp">The account's stamp then.</param>
/// <param name="Way">How the first factor was given.</param>
public sealed record HalfSignedIn(Guid Account, Guid Stamp, string Way);

/// <summary>
/// The one place where citizens' accounts are opened: account, used code, audit entry and session belong together. The
/// first right code of an address makes its account, so that there is no other registration, and nothing to find out.
/// </summary>
public sealed class CitizenSignIn(PortalDbContext db, CitizenTrail trail, CitizenCodes codes, CitizenSecrets secrets, CitizenTickets tickets, ChinaClock clock)
{
    /// <summary>Between the two factors.</summary>
    public static readonly Ticket<HalfSignedIn> Half = new("livelihood-citizen-half", CitizenTickets.AccountPath, TimeSpan.FromMinutes(10));

    /// <summary>Signs in with a right code.</summary>
    public Task<SignInStep> ByCodeAsync(HttpContext http, CitizenCode code, CancellationToken cancellation = default) => OnceMoreAsync(async unit =>
    {
        if (!await codes.UseAsync(code, cancellation))
        {
            return SignInStep.Refused;
        }

        var account = await db.Set<CitizenAccount>().FirstOrDefaultAsync(a => a.AddressHash == code.AddressHash, cancellation)
            ?? Make(code.AddressHash, code.Address);
        var step = await EnterAsync(http, account, "code", cancellation);
        await unit.CommitAsync(cancellation);
        return step;
    }, cancellation);

    /// <summary>Signs in with an identity that a provider vouches for; the first time it makes an account.</summary>
    public Task<SignInStep> ByProviderAsync(HttpContext http, string issuer, string subject, CancellationToken cancellation = default) => OnceMoreAsync(async unit =>
    {
        var hash = secrets.HashOf("subject", issuer, subject);
        var account = await db.Set<CitizenAccount>()
            .FirstOrDefaultAsync(a => db.Set<CitizenLogin>().Any(l => l.SubjectHash == hash && l.AccountId == a.Id), cancellation);
        if (account is null)
        {
            account = Make(addressHash: null, address: null);
            db.Add(new CitizenLogin { SubjectHash = hash, AccountId = account.Id, BoundUtc = clock.UtcNow });
        }

        var step = await EnterAsync(http, account, "provider", cancellation);
        await unit.CommitAsync(cancellation);
        return step;
    }, cancellation);

    /// <summary>After a right first factor: opens the session, or asks for the second factor.</summary>
    public async Task<SignInStep> EnterAsync(HttpContext http, CitizenAccount account, string way, CancellationToken cancellation = default)
    {
        if (account.HasSecondFactor)
        {
            trail.Record("citizen.first-factor", account.Id, new { Way = way });
            await db.SaveChangesAsync(cancellation);
            tickets.Give(http, Half, new(account.Id, account.Stamp, way));
            return SignInStep.SecondFactor;
        }

        return await OpenAsync(http, account, way, cancellation);
    }

    /// <summary>Opens the session of an account whose factors were all right.</summary>
    public async Task<SignInStep> OpenAsync(HttpContext http, CitizenAccount account, string way, CancellationToken cancellation = default)
    {
        account.SignedInUtc = clock.UtcNow;
        trail.Record("citizen.signed-in", account.Id, new { Way = way, SecondFactor = account.HasSecondFactor });
        await db.SaveChangesAsync(cancellation);
        tickets.Take(http, Half);
        await CitizenSession.OpenAsync(http, account, clock.UtcNow);
        return SignInStep.Done;
    }

    // Two first sign-ins at one moment make one account: who comes second finds the first one's.
    private async Task<SignInStep> OnceMoreAsync(Func<UnitOfWork, Task<SignInStep>> enter, CancellationToken cancellation)
    {
        try
        {
            await using var unit = await db.BeginUnitAsync(cancellation);
            return await enter(unit);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
        }

        await using var again = await db.BeginUnitAsync(cancellation);
        return await enter(again);
    }

    private CitizenAccount Make(string? addressHash, string? address)
    {
        var account = new CitizenAccount { AddressHash = addressHash, Address = address, CreatedUtc = clock.UtcNow };
        db.Add(account);
        trail.Record("citizen.account-made", account.Id);
        return account;
    }
}
