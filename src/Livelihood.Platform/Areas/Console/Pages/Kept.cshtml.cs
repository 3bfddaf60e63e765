using Livelihood.Platform.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Areas.Console.Pages;

/// <summary>Leads back to the form that was sent after the session had ended.</summary>
public sealed class KeptModel(KeptPosts posts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await posts.PageOfAsync(User, id, cancellation) is { } page)
        {
            return LocalRedirect(Url.Content("~" + page));
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
