using System.Security.Claims;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;

namespace Livelihood.Disclosure.Persons;

/// <summary>Somebody whose requests are looked for.</summary>
/// <param name="Hashes">What tells the person, see <see cref="PersonHashes"/>.</param>
/// <param name="Reach">The agencies whose requests the reader may know the requesters of.</param>
internal sealed record SoughtPerson(IReadOnlyList<string> Hashes, AgencyReach Reach);

/// <summary>
/// Lets those look for a person's requests who may read who asks: the handlers of an agency, among its requests. That somebody
/// did stands in the audit chain; for whom does not.
/// </summary>
public sealed class PersonSearch(PortalDbContext db, PersonHashes hashes, RequestAccess access, IAuditTrail audit)
{
    /// <summary>The filter, by a person where its text reads as an identity number or a telephone number; else as it is.</summary>
    public async Task<WorkFilter> ApplyAsync(WorkFilter filter, ClaimsPrincipal reader, CancellationToken cancellation = default)
    {
        if (PersonKey.Read(filter.Text) is not { Count: > 0 } keys)
        {
            return filter;
        }

        var reach = await access.HandledAsync(reader, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return filter;
        }

        audit.Record("register.person-searched", nameof(DisclosureRequest), "*", new { By = keys.Select(key => key.Kind.ToString()) });
        await db.SaveChangesAsync(cancellation);
        return filter with { Person = new([.. keys.Select(hashes.HashOf)], reach) };
    }
}
