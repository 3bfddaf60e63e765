using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Components;

/// <summary>On the office's page of a request: whether its answer is published, or should be.</summary>
public sealed class PublicAnswerViewComponent(AnswerStandings standings, RequestAccess access) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        var cancellation = HttpContext.RequestAborted;
        var sources = await access.SourcesAsync(UserClaimsPrincipal, request.AgencyId, cancellation);
        return request.ServedOn is null || request.Matter != RequestMatter.Information || !(sources.Contains(EventSource.Handler) || sources.Contains(EventSource.Head))
            ? Content("")
            : View((request.Number, await standings.OfAsync(request, cancellation)));
    }
}
