using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>What was refused and is not in the register yet .</summary>
[Authorize(Policy = Permissions.HandleRequests)]
public sealed class WaitingModel(UnregisteredCases cases) : PageModel
{
    public Unregistered Waiting { get; private set; } = new([], false, [], 0);

    public async Task OnGetAsync(CancellationToken cancellation) => Waiting = await cases.FindAsync(User, cancellation);
}
