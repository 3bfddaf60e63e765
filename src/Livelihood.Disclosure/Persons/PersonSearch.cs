using System.Security.Claims;
using Livelihood.Disclosure.Data;
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
/// did stands in the audit chain; for whom does not, nor in any address.
/// </summary>
public sealed class PersonSearch(PortalDbContext db, PersonLink link, RequestAccess access, IAuditTrail audit)
{
    /// <summary>What is told where a link cannot be used any more: everything is shown then.</summary>
    public const string Expired = "按号码的查找已经过期，现在没有按号码筛选。请重新输入号码。";

    /// <summary>The filter, by a person where there is a link for one.</summary>
    /// <param name="filter">What else is looked for.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="person">A link, see <see cref="PersonLink"/>; null or empty: nobody is looked for.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The filter; null where the link cannot be used any more.</returns>
    public async Task<WorkFilter?> ApplyAsync(WorkFilter filter, ClaimsPrincipal reader, string? person, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(person))
        {
            return filter;
        }

        if (link.Read(reader, person) is not { } sought)
        {
            return null;
        }

        var reach = await access.HandledAsync(reader, cancellation);
        if (reach is not { Everything: false, Ids.Count: 0 })
        {
            audit.Record("register.person-searched", nameof(DisclosureRequest), "*", new { By = sought.Kinds.Select(kind => kind.ToString()) });
            await db.SaveChangesAsync(cancellation);
        }

        return filter with { Person = new(sought.Hashes, reach) };
    }
}
