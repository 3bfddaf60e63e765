using Livelihood.Disclosure.Data;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Citizens;

/// <summary>A page of an account's requests.</summary>
/// <param name="Requests">The one filed last first.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record CollectedPage(IReadOnlyList<DisclosureRequest> Requests, int Total);

/// <summary>The requests of citizens' accounts.</summary>
public sealed class CollectedRequests(PortalDbContext db, CitizenTrail trail, ChinaClock clock)
{
    /// <summary>Requests on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Stages a request that is being filed; the caller saves.</summary>
    public void Stage(Guid account, Guid request)
    {
        db.Add(new CollectedRequest { AccountId = account, RequestId = request, AddedUtc = clock.UtcNow });
        trail.Record("citizen.request-collected", account);
    }

    /// <summary>Adds a request whose number and query code were right; false where the account has it already.</summary>
    public async Task<bool> AddAsync(Guid account, Guid request, CancellationToken cancellation = default)
    {
        if (await db.Set<CollectedRequest>().AnyAsync(c => c.AccountId == account && c.RequestId == request, cancellation))
        {
            return false;
        }

        Stage(account, request);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Takes a request off an account's list; false where it is not on it.</summary>
    public async Task<bool> RemoveAsync(Guid account, string number, CancellationToken cancellation = default)
    {
        if (await (from held in db.Set<CollectedRequest>()
                   join request in db.Set<DisclosureRequest>() on held.RequestId equals request.Id
                   where held.AccountId == account && request.Number == number
                   select held).FirstOrDefaultAsync(cancellation) is not { } collected)
        {
            return false;
        }

        db.Remove(collected);
        trail.Record("citizen.request-let-go", account);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Whether an account may open a request: the number as the register has it.</summary>
    public Task<bool> HoldsAsync(Guid account, string number, CancellationToken cancellation = default) =>
        Of(account).AnyAsync(r => r.Number == number, cancellation);

    /// <summary>A page of an account's requests.</summary>
    /// <param name="account">The account.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<CollectedPage> PageAsync(Guid account, int page, CancellationToken cancellation = default) => new(
        await Of(account).AsNoTracking().OrderByDescending(r => r.SubmittedUtc).ThenByDescending(r => r.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
        await Of(account).CountAsync(cancellation));

    private IQueryable<DisclosureRequest> Of(Guid account) =>
        from collected in db.Set<CollectedRequest>()
        where collected.AccountId == account
        join request in db.Set<DisclosureRequest>() on collected.RequestId equals request.Id
        select request;
}

/// <summary>Registers the requests of citizens' accounts.</summary>
internal static class CollectedRegistration
{
    public static void AddCollectedRequests(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, CollectedRequestsPart>();
        services.AddScoped<CollectedRequests>();
    }
}
