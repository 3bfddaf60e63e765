using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Persons;

/// <summary>Says whether a requester can complain once more, counting over all requests of the person.</summary>
public sealed class ComplaintCounting(PortalDbContext db, IOptions<DisclosureOptions> options)
{
    /// <summary>What stands against one more complaint about a request; null where nothing does.</summary>
    public async Task<string?> ObjectionAsync(DisclosureRequest request, RequestHistory history, CancellationToken cancellation = default)
    {
        var open = await (from own in db.Set<PersonKeyRow>()
                          where own.RequestId == request.Id && own.Kind == PersonKeyKind.Identity
                          join key in db.Set<PersonKeyRow>() on own.Hash equals key.Hash
                          join other in db.Set<DisclosureRequest>() on key.RequestId equals other.Id
                          where other.OpenComplaints > 0
                          select other.OpenComplaints).SumAsync(cancellation);
        return new ComplaintLimit(options.Value.ComplaintsPerRequest, options.Value.OpenComplaintsPerRequester).Objection(history, open);
    }
}
