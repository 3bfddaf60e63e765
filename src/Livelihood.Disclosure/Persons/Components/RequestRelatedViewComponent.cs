using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Persons.Components;

/// <summary>On the office's page of a request: the same person's other requests (R-36-6), and others' for the same. Only for those who handle or decide.</summary>
public sealed class RequestRelatedViewComponent(RelatedRequests related, RequestAccess access, ChinaClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DeskRequest desk)
    {
        if (!desk.Sources.Contains(EventSource.Handler) && !desk.Sources.Contains(EventSource.Head))
        {
            return Content("");
        }

        var cancellation = HttpContext.RequestAborted;
        return View(await related.OfAsync(desk.Details.Request, await access.VisibleAsync(UserClaimsPrincipal, cancellation), clock.Today, cancellation));
    }
}
