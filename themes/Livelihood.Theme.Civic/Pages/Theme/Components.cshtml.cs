using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Theme.Civic.Pages.Theme;

/// <summary>The style guide: every component once, with invented content. 404 unless <c>Portal:ShowStyleGuide</c> is true.</summary>
public sealed class ComponentsModel(IConfiguration configuration) : PageModel
{
    public IActionResult OnGet()
    {
        if (!configuration.GetValue("Portal:ShowStyleGuide", defaultValue: false))
        {
            return NotFound();
        }

        ModelState.AddModelError("Subject", "请写出所需信息的名称");
        ModelState.AddModelError("Email", "电子邮箱的格式不对，应当像 name@example.cn");
        return Page();
    }

    /// <summary>A field with an error, for the forms' example.</summary>
    [BindProperty]
    public string? Subject { get; set; }

    /// <summary>A field with an error, for the forms' example.</summary>
    [BindProperty]
    public string? Email { get; set; } = "name@";
}
