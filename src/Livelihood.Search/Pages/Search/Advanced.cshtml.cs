using Livelihood.Search.Domain.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Search.Pages.Search;

/// <summary>The parts of a query as fields of a form, for readers who know no syntax. Sends to the search page with the query written out.</summary>
public sealed class AdvancedModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public QueryForm Form { get; set; } = new();

    public IActionResult OnGet()
    {
        var text = Form.ToString();
        return text.Length == 0 ? Page() : RedirectToPage("/Search/Index", new { q = text });
    }
}
