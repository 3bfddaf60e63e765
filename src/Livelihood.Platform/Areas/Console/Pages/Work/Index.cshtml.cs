using Livelihood.Platform.Work;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Areas.Console.Pages.Work;

/// <summary>The person's own long work, newest first.</summary>
public sealed class IndexModel(IWorkQueue work) : PageModel
{
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Items = await work.OwnAsync(User, cancellation);
}
