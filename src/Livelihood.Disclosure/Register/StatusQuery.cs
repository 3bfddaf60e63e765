using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Register;

/// <summary>What became of a query by receipt number and query code.</summary>
/// <param name="Details">The request, where number and code are right.</param>
/// <param name="RefusedMinutes">Set where too many wrong codes were given: how long to wait.</param>
public sealed record StatusAnswer(RequestDetails? Details, int? RefusedMinutes);

/// <summary>
/// Lets a requester without an account see a request. An unknown number and a wrong code get the same answer after the
/// same work; wrong codes are counted in the database, so that several nodes count together.
/// </summary>
public sealed class StatusQuery(PortalDbContext db, RequestQueries queries, ChinaClock clock, IOptions<DisclosureOptions> options)
{
    private static readonly string s_decoy = QueryCode.Hash("");

    /// <summary>Looks a request up.</summary>
    /// <param name="number">As typed.</param>
    /// <param name="code">As typed.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<StatusAnswer> AskAsync(string number, string code, CancellationToken cancellation = default)
    {
        var wanted = RequestNumber.Normalise(number);
        var request = RequestNumber.IsWellFormed(wanted)
            ? await db.Set<DisclosureRequest>().AsNoTracking().FirstOrDefaultAsync(r => r.Number == wanted, cancellation)
            : null;
        if (request?.CodesRefusedUntilUtc is { } until && until > clock.UtcNow)
        {
            return new(null, (int)Math.Ceiling((until - clock.UtcNow).TotalMinutes));
        }

        var right = QueryCode.Matches(QueryCode.Normalise(code), request?.CodeHash ?? s_decoy);
        if (request is null)
        {
            return new(null, null);
        }

        if (!right)
        {
            await CountWrongAsync(request.Id, cancellation);
            return new(null, null);
        }

        if (request.WrongCodes > 0)
        {
            await db.Set<DisclosureRequest>().Where(r => r.Id == request.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.WrongCodes, 0).SetProperty(r => r.CodesRefusedUntilUtc, (DateTimeOffset?)null), cancellation);
        }

        return new(await queries.DescribeAsync(request, cancellation), null);
    }

    private async Task CountWrongAsync(Guid id, CancellationToken cancellation)
    {
        var row = db.Set<DisclosureRequest>().Where(r => r.Id == id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(r => r.WrongCodes, r => r.WrongCodes + 1), cancellation);
        DateTimeOffset? until = clock.UtcNow.AddMinutes(options.Value.RefusedMinutes);
        await row.Where(r => r.WrongCodes >= options.Value.WrongCodes)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.WrongCodes, 0).SetProperty(r => r.CodesRefusedUntilUtc, until), cancellation);
    }
}
