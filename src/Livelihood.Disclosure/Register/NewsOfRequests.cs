using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>Takes a request off the list of news once its handler has seen what needs nothing else, see <see cref="NewsSeen"/>.</summary>
public sealed class NewsOfRequests(PortalDbContext db, IAuditTrail audit, ICurrentActor actor)
{
    /// <summary>The request lies open in front of somebody.</summary>
    public async Task OpenedAsync(DeskRequest desk, CancellationToken cancellation = default)
    {
        var shown = desk.Details.Request;
        if (shown.RequesterActedOn is null
            || !NewsSeen.ByOpening(shown.EndedOn is not null, shown.OpenComplaints, shown.AssignedTo, actor.Current, desk.Sources.Contains(EventSource.Handler)))
        {
            return;
        }

        var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Id == shown.Id, cancellation);
        if (request.Revision != shown.Revision || request.RequesterActedOn is null)
        {
            return; // what happened meanwhile was not seen
        }

        request.RequesterActedOn = null;
        audit.Record("request.news-seen", nameof(DisclosureRequest), request.Number);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
    }
}
