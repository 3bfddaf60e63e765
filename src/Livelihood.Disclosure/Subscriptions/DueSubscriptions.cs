using System.Security.Claims;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Subscriptions;

/// <summary>For whom a calendar program reads.</summary>
/// <param name="Person">With the rights that the account has now.</param>
/// <param name="AccountId">The account.</param>
/// <param name="OfAgencies">See <see cref="DueSubscriptionRow.OfAgencies"/>.</param>
public sealed record Subscriber(ClaimsPrincipal Person, Guid AccountId, bool OfAgencies);

/// <summary>Makes, renews and ends the secret addresses of calendars, and finds whose an address is.</summary>
public sealed class DueSubscriptions(
    PortalDbContext db, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> people, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>An account's subscription, or null.</summary>
    public Task<DueSubscriptionRow?> FindAsync(Guid accountId, CancellationToken cancellation = default) =>
        db.Set<DueSubscriptionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == accountId, cancellation);

    /// <summary>Makes the address of an account; the one it had before is of no use any more.</summary>
    /// <returns>The secret part, which can never be read again; null where the same account made one at the same moment.</returns>
    public async Task<string?> MakeAsync(Guid accountId, bool ofAgencies, CancellationToken cancellation = default)
    {
        var secret = SubscriptionSecret.New();
        var row = await db.Set<DueSubscriptionRow>().FirstOrDefaultAsync(row => row.AccountId == accountId, cancellation);
        if (row is null)
        {
            db.Add(new DueSubscriptionRow { AccountId = accountId, Hash = SubscriptionSecret.HashOf(secret), OfAgencies = ofAgencies, MadeUtc = clock.UtcNow });
        }
        else
        {
            (row.Hash, row.OfAgencies, row.MadeUtc, row.LastReadOn) = (SubscriptionSecret.HashOf(secret), ofAgencies, clock.UtcNow, null);
        }

        audit.Record(row is null ? "due-calendar.made" : "due-calendar.renewed", nameof(DueSubscriptionRow), $"{accountId}", new { OfAgencies = ofAgencies });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return secret;
        }
        catch (DbUpdateException) when (row is null && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Ends an account's subscription.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> EndAsync(Guid accountId, CancellationToken cancellation = default)
    {
        if (await db.Set<DueSubscriptionRow>().FirstOrDefaultAsync(row => row.AccountId == accountId, cancellation) is not { } row)
        {
            return false;
        }

        db.Remove(row);
        audit.Record("due-calendar.ended", nameof(DueSubscriptionRow), $"{accountId}");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Whose address it is, with the rights of now; null where it is nobody's, or the account cannot sign in.</summary>
    public async Task<Subscriber?> ReaderAsync(string secret, CancellationToken cancellation = default)
    {
        if (!SubscriptionSecret.IsOne(secret))
        {
            return null;
        }

        var (hash, today) = (SubscriptionSecret.HashOf(secret), clock.Today);
        if (await db.Set<DueSubscriptionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellation) is not { } found
            || await accounts.FindByIdAsync($"{found.AccountId}") is not { } account || await accounts.IsLockedOutAsync(account))
        {
            return null;
        }

        if (found.LastReadOn != today)
        {
            await db.Set<DueSubscriptionRow>().Where(row => row.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastReadOn, today), cancellation);
        }

        // As at a sign-in: a role that was taken away or is held elsewhere now counts at the next reading.
        return new(await people.CreateAsync(account), account.Id, found.OfAgencies);
    }
}
