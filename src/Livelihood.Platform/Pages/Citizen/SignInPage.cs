using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A step of a citizen's sign-in: it knows where the person wanted to go, within the portal alone.</summary>
public abstract class SignInPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    protected string Destination => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~" + CitizenTickets.AccountPath);

    /// <summary>Onwards after a right factor.</summary>
    protected IActionResult After(SignInStep step) => step == SignInStep.SecondFactor
        ? RedirectToPage("/Citizen/Factor", new { ReturnUrl })
        : LocalRedirect(Destination);

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => CitizenPage.NeverStored(Response);
}
