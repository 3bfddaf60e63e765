using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens.Passkeys;

/// <summary>Held, sealed, by a browser that was given a challenge.</summary>
/// <param name="State">The challenge and whom it is for, as Identity's handler wrote it.</param>
public sealed record PasskeyChallenge(string State);

/// <summary>
/// Passkeys of citizens. The ceremony is ASP.NET Core Identity's; accounts, sessions, audit entries and mail are the portal's.
/// A passkey asks its owner for a finger, a face or a PIN, so it is two factors in one and no one-time password follows.
/// </summary>
public sealed class CitizenPasskeys(
    PortalDbContext db, IPasskeyHandler<CitizenAccount> handler, CitizenTickets tickets, CitizenTrail trail, CitizenSecrets secrets, CitizenSignIn signIn,
    IOutbox outbox, CitizenMail mail, ChinaClock clock)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 40;

    /// <summary>How many an account can have.</summary>
    public const int Most = 10;

    /// <summary>The longest answer of an authenticator that is read.</summary>
    public const int LongestCredential = 20_000;

    private static readonly Ticket<PasskeyChallenge> Adding = new("livelihood-citizen-passkey-new", CitizenTickets.AccountPath, TimeSpan.FromMinutes(5));
    private static readonly Ticket<PasskeyChallenge> SigningIn = new("livelihood-citizen-passkey", CitizenTickets.AccountPath, TimeSpan.FromMinutes(5));

    /// <summary>An account's passkeys, the oldest first.</summary>
    public async Task<IReadOnlyList<CitizenPasskey>> ListAsync(Guid account, CancellationToken cancellation = default) =>
        await db.Set<CitizenPasskey>().AsNoTracking().Where(p => p.AccountId == account).OrderBy(p => p.CreatedUtc).Take(Most).ToListAsync(cancellation);

    /// <summary>What the browser needs to make a passkey, as JSON.</summary>
    /// <param name="http">The browser that is given the challenge.</param>
    /// <param name="account">Whose.</param>
    /// <param name="name">What the device shows for the account: its address.</param>
    public async Task<string> BeginAddingAsync(HttpContext http, Guid account, string name)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = account.ToString(), Name = name, DisplayName = name }, http);
        tickets.Give(http, Adding, new(options.AttestationState!));
        return options.CreationOptionsJson;
    }

    /// <summary>Adds the passkey that the browser made.</summary>
    /// <returns>What speaks against it, in Chinese; null where it is done.</returns>
    public async Task<string?> AddAsync(HttpContext http, Guid id, string? credential, string? name, CancellationToken cancellation = default)
    {
        var begun = tickets.Read(http, Adding);
        tickets.Take(http, Adding);
        if (begun is null || credential is null or { Length: 0 or > LongestCredential })
        {
            return "等待太久，或者浏览器没有完成，请再添加一次";
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = begun.State });
        if (!made.Succeeded || made.UserEntity.Id != id.ToString() || !made.Passkey.IsUserVerified)
        {
            return "这个通行密钥没有通过核对，没有添加。请再试一次；设备要能验证指纹、面容或者密码";
        }

        var account = await db.Set<CitizenAccount>().SingleAsync(a => a.Id == id, cancellation);
        if (await db.Set<CitizenPasskey>().CountAsync(p => p.AccountId == id, cancellation) >= Most)
        {
            return $"一个账号最多{Most}个通行密钥。请先删除不用的";
        }

        db.Add(new CitizenPasskey
        {
            CredentialHash = secrets.HashOfPasskey(made.Passkey.CredentialId),
            AccountId = id,
            Name = name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, LongestName)] : "通行密钥",
            Credential = PasskeyCredential.Write(made.Passkey),
            CreatedUtc = clock.UtcNow,
        });
        Tell(account, "添加了一个通行密钥，可以用它登录");
        trail.Record("citizen.passkey-added", id);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Removes a passkey; sessions of other browsers end.</summary>
    /// <returns>What speaks against it, in Chinese; null where it is done.</returns>
    public async Task<string?> RemoveAsync(HttpContext http, Guid id, string? credentialHash, CancellationToken cancellation = default)
    {
        if (!await db.Set<CitizenPasskey>().AnyAsync(p => p.AccountId == id && p.CredentialHash == credentialHash, cancellation))
        {
            return null;
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        if (await SignInWays.GiveUpAsync(db, id, ways => ways.SurvivesLosingAPasskey, cancellation) is not { } account)
        {
            return "这是登录这个账号的唯一办法，不能删除。请先设置登录邮箱";
        }

        if (await db.Set<CitizenPasskey>().FirstOrDefaultAsync(p => p.AccountId == id && p.CredentialHash == credentialHash, cancellation) is { } passkey)
        {
            db.Remove(passkey);
            Tell(account, "删除了一个通行密钥，它不再能登录");
            trail.Record("citizen.passkey-removed", id);
            await db.SaveChangesAsync(cancellation);
        }

        await unit.CommitAsync(cancellation);
        await CitizenSession.RenewAsync(http, account);
        return null;
    }

    /// <summary>What the browser needs to sign in with whatever passkey of the portal the person chooses, as JSON; nobody's account is told.</summary>
    public async Task<string> BeginSignInAsync(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, http);
        tickets.Give(http, SigningIn, new(options.AssertionState!));
        return options.RequestOptionsJson;
    }

    /// <summary>Signs in with what the passkey answered.</summary>
    public async Task<SignInStep> SignInAsync(HttpContext http, string? credential, CancellationToken cancellation = default)
    {
        var begun = tickets.Read(http, SigningIn);
        tickets.Take(http, SigningIn);
        if (begun is null || credential is null or { Length: 0 or > LongestCredential })
        {
            return SignInStep.Refused;
        }

        var proved = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = begun.State });
        if (!proved.Succeeded || !proved.Passkey.IsUserVerified)
        {
            return SignInStep.Refused;
        }

        var hash = secrets.HashOfPasskey(proved.Passkey.CredentialId);
        await using var unit = await db.BeginUnitAsync(cancellation);
        var account = await db.Set<CitizenAccount>().FirstOrDefaultAsync(a => a.Id == proved.User.Id, cancellation);
        var passkey = await db.Set<CitizenPasskey>().FirstOrDefaultAsync(p => p.CredentialHash == hash && p.AccountId == proved.User.Id, cancellation);
        if (account is null || passkey is null)
        {
            return SignInStep.Refused;
        }

        (passkey.Credential, passkey.UsedUtc) = (PasskeyCredential.Write(proved.Passkey), clock.UtcNow);
        var step = await signIn.OpenAsync(http, account, "passkey", cancellation);
        await unit.CommitAsync(cancellation);
        return step;
    }

    private void Tell(CitizenAccount account, string what)
    {
        if (account.Address is { } address)
        {
            outbox.Send(mail.WaysChanged(secrets.Unprotect(address), what));
        }
    }
}
