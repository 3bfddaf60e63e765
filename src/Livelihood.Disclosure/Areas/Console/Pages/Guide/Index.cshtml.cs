using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Guide;

/// <summary>The channels of the agencies that the reader may declare for.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class IndexModel(ChannelGuide guide, IAgencyDirectory agencies, StaffAccess staff) : PageModel
{
    public IReadOnlyList<(Agency Agency, GuideChannels Channels)> Agencies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var reach = await staff.AgenciesAsync(User, Permissions.ApproveRequests, cancellation);
        var declared = await guide.AllAsync(cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => reach.Covers(agency.Id)).Select(agency => (agency, declared[agency.Id]))];
        return Agencies.Count == 0 ? Forbid() : Page();
    }
}
