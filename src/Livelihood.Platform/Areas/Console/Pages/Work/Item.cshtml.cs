using Livelihood.Platform.Files;
using Livelihood.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Areas.Console.Pages.Work;

/// <summary>How far one piece of long work is, what came of it, and its file. Only for the person who asked for it.</summary>
public sealed class ItemModel(IWorkQueue work, IFileStore files) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    /// <summary>The part of the page that changes, for the script.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Work-Under-Way"] = Item.IsUnderWay ? "yes" : "no";
        return Partial("_Progress", Item);
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Item.FileHash is null || files.Open(Item.FileHash) is not { } content)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(content, "application/octet-stream", Item.FileName);
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellation)
    {
        await work.StopAsync(User, Id, cancellation);
        return RedirectToPage(new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await work.FindAsync(User, Id, cancellation) is not { } item)
        {
            return false;
        }

        Item = item;
        return true;
    }
}
