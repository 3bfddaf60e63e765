using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>What the disclosure office does with a request. The caller has asked <see cref="RequestAccess"/>.</summary>
public sealed class RequestHandling(
    PortalDbContext db, IAuditTrail audit, IOutbox outbox, ChinaClock clock, IAgencyDirectory agencies, IWorkingDayCalendars calendars,
    PersonalData personalData, RequestLog log)
{
    /// <summary>Confirms a request that came over the internet: today is the day of receipt, day 0 of the reply (R-31c).</summary>
    /// <exception cref="DisclosureRuleException">It is confirmed already, or somebody else was faster (R-ORD).</exception>
    public async Task ConfirmAsync(string number, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Number == number, cancellation);
        log.Append(request, await log.ReadAsync(request.Id, cancellation), new Confirmed(clock.Today), await calendars.CurrentAsync(cancellation));
        audit.Record("request.confirmed", nameof(DisclosureRequest), number, new { request.ReceivedOn, request.DueOn, request.CalendarVersion });
        if ((await RequesterAsync(request.Id, cancellation)).Email is { } address)
        {
            var agency = await agencies.FindAsync(request.AgencyId, cancellation);
            outbox.Send(RequestMail.Confirmed(address, number, agency!, request.ReceivedOn!.Value, request.DueOn!.Value, request.IsProvisional));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new DisclosureRuleException(Rules.Order, "这件申请刚刚被别人处理过，请刷新页面查看最新情况。");
        }

        await unit.CommitAsync(cancellation);
    }

    /// <summary>Who asks, unmasked; the reading is an audited action.</summary>
    public async Task<Requester> ReadRequesterAsync(string number, CancellationToken cancellation = default)
    {
        var id = await db.Set<DisclosureRequest>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync(cancellation);
        audit.Record("request.personal-data-read", nameof(DisclosureRequest), number);
        await db.SaveChangesAsync(cancellation);
        return await RequesterAsync(id, cancellation);
    }

    private async Task<Requester> RequesterAsync(Guid requestId, CancellationToken cancellation) => personalData.Unprotect(
        await db.Set<RequesterRow>().Where(r => r.RequestId == requestId).Select(r => r.Protected).SingleAsync(cancellation));
}
