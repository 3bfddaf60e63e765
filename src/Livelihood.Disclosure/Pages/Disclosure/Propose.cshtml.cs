using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>A requester proposes that the answer be published for everybody (第四十四条, R-44).</summary>
public sealed class ProposeModel(RequesterDesk desk, AnswerDesk answers) : PageModel
{
    public RequestDetails Details { get; private set; } = null!;

    public DateTimeOffset? ProposedUtc { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        Details = found.Details;
        if (Details.Request.ServedOn is null)
        {
            ModelState.AddModelError("", "答复送达以后，才能提议公开。");
        }

        ProposedUtc = (await answers.FindAsync(Details.Request.Id, cancellation))?.ProposedUtc;
        return Page();
    }

    /// <summary>Proposes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        try
        {
            await answers.ProposeAsync(found.Details.Request, cancellation);
        }
        catch (DisclosureRuleException against)
        {
            (Details, Response.StatusCode) = (found.Details, Microsoft.AspNetCore.Http.StatusCodes.Status422UnprocessableEntity);
            ModelState.AddModelError("", against.Message);
            return Page();
        }

        TempData["Notice"] = "已经告诉机关：您提议公开这件答复。";
        return RedirectToPage("/Disclosure/Mine");
    }
}
