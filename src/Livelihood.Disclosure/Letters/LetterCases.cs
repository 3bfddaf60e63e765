using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>Gathers what the letters of a request are made from.</summary>
public sealed class LetterCases(PortalDbContext db, IAgencyDirectory agencies, PersonalData personalData)
{
    /// <summary>Of a request, with who asks as they are: for letters that go out.</summary>
    public async Task<LetterCase> OfAsync(DisclosureRequest request, WorkingDayCalendar calendar, CancellationToken cancellation = default)
    {
        // A request that is being filed is not in the database yet.
        var kept = db.Set<RequesterRow>().Local.FirstOrDefault(row => row.RequestId == request.Id)?.Protected
            ?? await db.Set<RequesterRow>().Where(row => row.RequestId == request.Id).Select(row => row.Protected).SingleOrDefaultAsync(cancellation)
            ?? throw new DisclosureRuleException(Rules.Register, "这件申请的个人信息已经按规定删除，不能再作出文书。");
        return Of(request, (await agencies.FindAsync(request.AgencyId, cancellation))!, personalData.Unprotect(kept), calendar);
    }

    /// <summary>Of a request, with who asks masked: for previews.</summary>
    public async Task<LetterCase> MaskedAsync(DisclosureRequest request, WorkingDayCalendar calendar, CancellationToken cancellation = default)
    {
        var of = await OfAsync(request, calendar, cancellation);
        return of with { Requester = of.Requester.Masked() };
    }

    private static LetterCase Of(DisclosureRequest request, Agency agency, Requester requester, WorkingDayCalendar calendar) => new(
        request.Number, agency.Name, LetterCase.ContactOf(agency.RequestPhone, agency.RequestAddress), request.Channel, ChinaClock.Local(request.SubmittedUtc), request.Wanted, requester, calendar);
}
