using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation.Components;

/// <summary>On the office's page of a refused request: what of it is in the register of what is not disclosed, or that nothing is yet.</summary>
public sealed class RequestWithheldViewComponent(PortalDbContext db, RequestAccess access) : ViewComponent
{
    private const int Most = 20;

    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        var cancellation = HttpContext.RequestAborted;
        if (request.EndedOn is null || request.Matter != RequestMatter.Information || !WithheldGrounds.Outcomes.Contains(request.Outcome))
        {
            return Content("");
        }

        var entries = await db.Set<WithheldEntry>().AsNoTracking().Where(e => e.RequestId == request.Id).OrderBy(e => e.Id).Take(Most).ToListAsync(cancellation);
        var mayHandle = await access.MayHandleAsync(UserClaimsPrincipal, request.AgencyId, cancellation);
        return entries.Count == 0 && !mayHandle ? Content("") : View<(string, IReadOnlyList<WithheldEntry>, bool)>((request.Number, entries, mayHandle));
    }
}
