using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Agencies;

/// <summary>All agencies: each government with its departments and the governments below it.</summary>
public sealed class IndexModel(IAgencyDirectory agencies) : PageModel
{
    private IReadOnlyList<Agency> _all = [];

    /// <summary>The governments that have agencies below them.</summary>
    public IEnumerable<Agency> Governments => _all.Where(a => a.ParentId is null || _all.Any(b => b.ParentId == a.Id));

    /// <summary>The agencies directly below one, departments and governments apart.</summary>
    public ILookup<bool, Agency> Below(Agency agency) => _all.Where(a => a.ParentId == agency.Id).ToLookup(a => IsGovernment(a));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PublicCaching.Allow(HttpContext);
        _all = await agencies.AllAsync(cancellation);
    }

    private static bool IsGovernment(Agency agency) => agency.Name.EndsWith("人民政府", StringComparison.Ordinal);
}
