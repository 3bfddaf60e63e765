using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Citizen;

/// <summary>Takes a request off the account's list; the register keeps it, and number and query code still open it.</summary>
public sealed class RemoveModel(CollectedRequests collected, RequestPass pass) : CitizenPage
{
    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation)
    {
        Number = number;
        return await collected.HoldsAsync(Citizen.Id, number, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellation)
    {
        if (!await collected.RemoveAsync(Citizen.Id, number, cancellation))
        {
            return NotFound();
        }

        // The pass that the list gave goes with it. The browser does not show it here, so whichever it holds: giving another takes a click.
        pass.Take(HttpContext);
        TempData["Notice"] = $"申请 {number} 已经从列表移除。";
        return RedirectToPage("/Citizen/Requests");
    }
}
