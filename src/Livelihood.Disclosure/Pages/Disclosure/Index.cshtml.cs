using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>What disclosure on request is, how to ask, and when an answer must come.</summary>
public sealed class IndexModel(IAgencyDirectory agencies, ChannelGuide guide) : PageModel
{
    public IReadOnlyList<(Agency Agency, GuideChannels Channels)> Agencies { get; private set; } = [];

    /// <summary>Whether any agency takes requests by fax.</summary>
    public bool TakesFax => Agencies.Any(entry => entry.Channels.TakesFax);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var declared = await guide.AllAsync(cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => agency.AcceptsRequests).Select(agency => (agency, declared[agency.Id]))];
    }
}
