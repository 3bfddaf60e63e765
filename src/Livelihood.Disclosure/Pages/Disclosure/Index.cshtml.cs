using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>What disclosure on request is, how to ask, and when an answer must come.</summary>
public sealed class IndexModel(IAgencyDirectory agencies) : PageModel
{
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => agency.AcceptsRequests)];
}
