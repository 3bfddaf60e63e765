using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Theme.Civic.Pages.Theme;

/// <summary>The style guide's example of a document alone on its sheet. 404 unless <c>Portal:ShowStyleGuide</c> is true.</summary>
public sealed class DocumentModel(IConfiguration configuration) : PageModel
{
    public IActionResult OnGet() =>
        configuration.GetValue("Portal:ShowStyleGuide", defaultValue: false) ? Page() : NotFound();
}
