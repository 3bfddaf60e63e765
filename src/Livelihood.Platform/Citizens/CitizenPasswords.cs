using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>
/// Password and second factor of citizens: set up together, asked together. Who has them gives the one-time password at
/// every sign-in, also after a code by e-mail. Tries are counted in the database before anything is compared.
/// </summary>
public sealed class CitizenPasswords(
    PortalDbContext db, CitizenTrail trail, CitizenSecrets secrets, CitizenSignIn signIn, IPasswordHasher<CitizenAccount> hasher,
    IOutbox outbox, CitizenMail mail, ChinaClock clock)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(15);
    private static readonly CitizenAccount Nobody = new();
    private static string? s_decoy;

    /// <summary>The account of address and password; null where they are wrong, refused or unknown, after the same work.</summary>
    public async Task<CitizenAccount?> FindAsync(string address, string password, CancellationToken cancellation = default)
    {
        var hash = secrets.HashOfAddress(address);
        var account = await db.Set<CitizenAccount>().FirstOrDefaultAsync(a => a.AddressHash == hash && a.PasswordHash != null, cancellation);
        var mayTry = account is not null && await SpendTryAsync(account.Id, cancellation);
        s_decoy ??= hasher.HashPassword(Nobody, "");
        var verified = hasher.VerifyHashedPassword(Nobody, mayTry ? account!.PasswordHash! : s_decoy, password);
        if (mayTry && verified != PasswordVerificationResult.Failed)
        {
            await GiveTryBackAsync(account!.Id, cancellation);
            return account;
        }

        if (account is not null)
        {
            trail.Record("citizen.password-wrong", account.Id);
            await db.SaveChangesAsync(cancellation);
        }

        return null;
    }

    /// <summary>Finishes a sign-in with a one-time password, or with a recovery code that is used up by it.</summary>
    public async Task<SignInStep> FinishAsync(HttpContext http, HalfSignedIn half, string? typed, CancellationToken cancellation = default)
    {
        var account = await db.Set<CitizenAccount>().FirstOrDefaultAsync(a => a.Id == half.Account && a.Stamp == half.Stamp, cancellation);
        if (account is not { HasSecondFactor: true } || !await SpendTryAsync(account.Id, cancellation))
        {
            return SignInStep.Refused;
        }

        try
        {
            return await FinishAsync(http, account, half.Way, typed, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request used the same recovery code a moment before.
            return SignInStep.Refused;
        }
    }

    private async Task<SignInStep> FinishAsync(HttpContext http, CitizenAccount account, string way, string? typed, CancellationToken cancellation)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        if (!await MatchesAsync(account, typed, cancellation))
        {
            trail.Record("citizen.second-factor-wrong", account.Id);
            await db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
            return SignInStep.Refused;
        }

        await db.Set<CitizenAccount>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.RefusedUntilUtc, (DateTimeOffset?)null), cancellation);
        var step = await signIn.OpenAsync(http, account, way, cancellation);
        await unit.CommitAsync(cancellation);
        return step;
    }

    /// <summary>Sets password and second factor; other sessions end.</summary>
    /// <param name="http">The session to go on.</param>
    /// <param name="id">The account.</param>
    /// <param name="password">A password that <see cref="CitizenPassword"/> has nothing against.</param>
    /// <param name="key">The app's key in base 64.</param>
    /// <param name="digits">What the app shows.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The recovery codes, shown once; null where the app's code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetAsync(HttpContext http, Guid id, string password, string key, string digits, CancellationToken cancellation = default)
    {
        if (Totp.Match(Convert.FromBase64String(key), digits, clock.UtcNow, last: null) is not { } step)
        {
            return null;
        }

        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New()).ToList();
        await ChangeAsync(http, id, account =>
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            (account.TotpKey, account.TotpStep) = (secrets.Protect(key), step);
            account.RecoveryCodes = [.. codes.Select(HashOf)];
        }, isSet: true, cancellation);
        return codes;
    }

    /// <summary>Takes password and second factor away, against a right one-time password or recovery code.</summary>
    public async Task<bool> ClearAsync(HttpContext http, Guid id, string? typed, CancellationToken cancellation = default)
    {
        var account = await db.Set<CitizenAccount>().SingleAsync(a => a.Id == id, cancellation);
        if (!account.HasSecondFactor || !await SpendTryAsync(id, cancellation) || !await MatchesAsync(account, typed, cancellation))
        {
            return false;
        }

        await ChangeAsync(http, id, a => (a.PasswordHash, a.TotpKey, a.TotpStep, a.RecoveryCodes) = (null, null, null, []), isSet: false, cancellation);
        return true;
    }

    private async Task ChangeAsync(HttpContext http, Guid id, Action<CitizenAccount> change, bool isSet, CancellationToken cancellation)
    {
        var account = await db.Set<CitizenAccount>().SingleAsync(a => a.Id == id, cancellation);
        change(account);
        account.Stamp = Guid.NewGuid();
        if (account.Address is { } address)
        {
            outbox.Send(mail.PasswordChanged(secrets.Unprotect(address), isSet));
        }

        trail.Record(isSet ? "citizen.password-set" : "citizen.password-cleared", id);
        await db.SaveChangesAsync(cancellation);
        await CitizenSession.RenewAsync(http, account);
    }

    // The fifth try is still looked at, and closes the door behind it; being right opens it again.
    private async Task<bool> SpendTryAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        DateTimeOffset? until = now + Refused;
        return await db.Set<CitizenAccount>().Where(a => a.Id == id && (a.RefusedUntilUtc == null || a.RefusedUntilUtc <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.WrongTries, a => a.WrongTries + 1 >= MostTries ? 0 : a.WrongTries + 1)
                .SetProperty(a => a.RefusedUntilUtc, a => a.WrongTries + 1 >= MostTries ? until : null),
            cancellation) == 1;
    }

    // A right password leaves the tries of the second factor as they were: neither more of them nor fewer.
    private Task<int> GiveTryBackAsync(Guid id, CancellationToken cancellation) => db.Set<CitizenAccount>().Where(a => a.Id == id).ExecuteUpdateAsync(
        set => set
            .SetProperty(a => a.WrongTries, a => a.RefusedUntilUtc != null ? MostTries - 1 : a.WrongTries - 1)
            .SetProperty(a => a.RefusedUntilUtc, (DateTimeOffset?)null),
        cancellation);

    private async Task<bool> MatchesAsync(CitizenAccount account, string? typed, CancellationToken cancellation)
    {
        if (SignInCode.Read(typed) is { } digits)
        {
            // Taken once, also where two requests bring it at one moment.
            return Totp.Match(Convert.FromBase64String(secrets.Unprotect(account.TotpKey!)), digits, clock.UtcNow, account.TotpStep) is { } step
                && await db.Set<CitizenAccount>().Where(a => a.Id == account.Id && (a.TotpStep == null || a.TotpStep < step))
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpStep, step), cancellation) == 1;
        }

        if (RecoveryCode.Read(typed) is not { } code || !account.RecoveryCodes.Contains(HashOf(code)))
        {
            return false;
        }

        account.RecoveryCodes = [.. account.RecoveryCodes.Where(c => c != HashOf(code))];
        trail.Record("citizen.recovery-code-used", account.Id);
        return true;
    }

    private string HashOf(string code) => secrets.HashOf("recovery", code);
}
