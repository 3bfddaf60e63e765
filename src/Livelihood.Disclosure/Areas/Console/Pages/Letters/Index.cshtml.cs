using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Letters;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Letters;

/// <summary>The texts of letters: templates, remedies, ways against silence and which outcome leaves which, and each agency's organ and court.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class IndexModel(Wordings wordings, IAgencyDirectory agencies, ChinaClock clock) : PageModel
{
    private IReadOnlyDictionary<string, WordingInForce> _inForce = new Dictionary<string, WordingInForce>();

    public IReadOnlyList<(Agency Agency, WordingKey Organ, WordingKey Court)> Places { get; private set; } = [];

    public string VersionOf(WordingKey key) => _inForce[key.Key].Version is > 0 and var version ? $"第{version}版" : "交付的文字";

    public string TextOf(WordingKey key) => _inForce[key.Key].Text;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        Places = [.. all.Where(agency => agency.AcceptsRequests).Select(agency => (agency, WordingKey.OrganOf(agency, all.FirstOrDefault(above => above.Id == agency.ParentId)), WordingKey.CourtOf(agency)))];
        _inForce = await wordings.InForceAsync(
            [.. WordingKey.Letters, .. WordingKey.Remedies, .. WordingKey.AgainstSilence, .. WordingKey.Outcomes, .. Places.SelectMany(place => new[] { place.Organ, place.Court })], clock.Today, cancellation: cancellation);
    }
}
