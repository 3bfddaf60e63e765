using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Citizen;

/// <summary>Opens a request of the account: gives the pass that the query code would give, and leads to the request.</summary>
public sealed class OpenModel(CollectedRequests collected, RequestPass pass) : CitizenPage
{
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation)
    {
        if (!await collected.HoldsAsync(Citizen.Id, number, cancellation))
        {
            return NotFound();
        }

        pass.Give(HttpContext, number);
        return RedirectToPage("/Disclosure/Mine");
    }
}
