using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Keeping;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>Reads who asks, for the office, on the record. The caller has asked <see cref="RequestAccess"/>.</summary>
public sealed class RequesterReading(PortalDbContext db, IAuditTrail audit, PersonalData personalData)
{
    /// <summary>Who asks, unmasked; the reading is an audited action. Null where it was deleted after its time.</summary>
    public async Task<Requester?> ReadAsync(string number, CancellationToken cancellation = default)
    {
        var id = await db.Set<DisclosureRequest>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync(cancellation);
        audit.Record(ReadingLog.Requester, nameof(DisclosureRequest), number);
        await db.SaveChangesAsync(cancellation);
        return await RequesterAsync(id, cancellation);
    }

    private async Task<Requester?> RequesterAsync(Guid requestId, CancellationToken cancellation) =>
        await db.Set<RequesterRow>().Where(r => r.RequestId == requestId).Select(r => r.Protected).SingleOrDefaultAsync(cancellation) is { } kept
            ? personalData.Unprotect(kept)
            : null;
}
