using Livelihood.Commitments.Data;
using Livelihood.Commitments.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Commitments.Pages.Commitments;

/// <summary>The years of livelihood commitments.</summary>
public sealed class IndexModel(Programmes programmes) : PageModel
{
    public IReadOnlyList<Programme> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Years = await programmes.YearsAsync(cancellation);
}
