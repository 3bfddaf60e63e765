using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Pages.Account;

/// <summary>Somebody signed in has no right to a page.</summary>
public sealed class DeniedModel : PageModel
{
    public void OnGet() => Response.StatusCode = 403;
}
