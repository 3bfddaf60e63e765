using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>What a citizen does with the own account.</summary>
public sealed class CitizenAccounts(PortalDbContext db, CitizenTrail trail, CitizenCodes codes, CitizenSecrets secrets, IOutbox outbox, CitizenMail mail, ChinaClock clock)
{
    /// <summary>The account's address; null where it has none.</summary>
    public string? AddressOf(CitizenAccount account) => account.Address is { } address ? secrets.Unprotect(address) : null;

    /// <summary>
    /// Gives the account the address that a right code was sent to. Other sessions end, and the old address is told.
    /// </summary>
    /// <returns>What speaks against it, in Chinese; null where it is done.</returns>
    public async Task<string?> ChangeAddressAsync(HttpContext http, Guid id, CitizenCode code, CancellationToken cancellation = default)
    {
        if (code.AccountId != id)
        {
            return "这个验证码不是为这个账号发送的，请重新获取";
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        if (!await codes.UseAsync(code, cancellation))
        {
            return "这个验证码已经用过，请重新获取";
        }

        // Whoever reads here has proved to own the address: now it may be told.
        if (await db.Set<CitizenAccount>().AnyAsync(a => a.AddressHash == code.AddressHash && a.Id != id, cancellation))
        {
            return "这个邮箱已经有一个账号。请换一个邮箱；或者先用那个邮箱登录，把那个账号删除";
        }

        var account = await db.Set<CitizenAccount>().SingleAsync(a => a.Id == id, cancellation);
        if (AddressOf(account) is { } old && account.AddressHash != code.AddressHash)
        {
            outbox.Send(mail.AddressChanged(old, CitizenEmail.Mask(secrets.Unprotect(code.Address))));
        }

        (account.AddressHash, account.Address, account.Stamp) = (code.AddressHash, code.Address, Guid.NewGuid());
        trail.Record("citizen.address-changed", id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        await CitizenSession.RenewAsync(http, account);
        return null;
    }

    /// <summary>Whether an identity of the provider opens the account.</summary>
    public Task<bool> IsBoundAsync(Guid id, CancellationToken cancellation = default) => db.Set<CitizenLogin>().AnyAsync(l => l.AccountId == id, cancellation);

    /// <summary>Lets an identity that a provider vouches for open the account; false where it opens another one.</summary>
    public async Task<bool> BindAsync(Guid id, string issuer, string subject, CancellationToken cancellation = default)
    {
        var hash = secrets.HashOf("subject", issuer, subject);
        if (await db.Set<CitizenLogin>().AsNoTracking().FirstOrDefaultAsync(l => l.SubjectHash == hash, cancellation) is { } known)
        {
            return known.AccountId == id;
        }

        db.Add(new CitizenLogin { SubjectHash = hash, AccountId = id, BoundUtc = clock.UtcNow });
        trail.Record("citizen.identity-bound", id);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Takes the identities of the provider away from the account; sessions of other browsers end.</summary>
    /// <returns>What speaks against it, in Chinese; null where it is done.</returns>
    public async Task<string?> UnbindAsync(HttpContext http, Guid id, string provider, CancellationToken cancellation = default)
    {
        if (!await IsBoundAsync(id, cancellation))
        {
            return null;
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        if (await SignInWays.GiveUpAsync(db, id, ways => ways.SurvivesUnbinding, cancellation) is not { } account)
        {
            return $"{provider}是登录这个账号的唯一办法，不能解除。请先设置登录邮箱，或者添加通行密钥";
        }

        await db.Set<CitizenLogin>().Where(l => l.AccountId == id).ExecuteDeleteAsync(cancellation);
        if (AddressOf(account) is { } address)
        {
            outbox.Send(mail.WaysChanged(address, $"解除了{provider}的绑定，不再能用它登录"));
        }

        trail.Record("citizen.identity-unbound", id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        await CitizenSession.RenewAsync(http, account);
        return null;
    }

    /// <summary>
    /// Deletes the account with everything that hangs on it; the register keeps the requests, as the law demands, and knows
    /// no more that they were collected.
    /// </summary>
    public async Task DeleteAsync(HttpContext http, Guid id, CancellationToken cancellation = default)
    {
        if (await db.Set<CitizenAccount>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is { } account)
        {
            await using var unit = await db.BeginUnitAsync(cancellation);
            await db.Set<CitizenCode>().Where(c => c.AddressHash == account.AddressHash).ExecuteDeleteAsync(cancellation);
            db.Remove(account);
            trail.Record("citizen.account-deleted", id);
            await db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
        }

        await CitizenSession.EndAsync(http);
    }

    /// <summary>Ends the session, on the record.</summary>
    public async Task SignOutAsync(HttpContext http, Guid id, CancellationToken cancellation = default)
    {
        trail.Record("citizen.signed-out", id);
        await db.SaveChangesAsync(cancellation);
        await CitizenSession.EndAsync(http);
    }
}
