using Livelihood.Content.Handbook;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Handbook;

/// <summary>A chapter of the handbook.</summary>
public sealed class ChapterModel(EditorsHandbook handbook) : PageModel
{
    public HandbookChapter Chapter { get; private set; } = null!;

    public HandbookChapter? Before { get; private set; }

    public HandbookChapter? After { get; private set; }

    /// <summary>Whether it stands alone on a sheet.</summary>
    public bool IsPrintView { get; private set; }

    public IActionResult OnGet(string chapter, string? view)
    {
        if (handbook.Find(chapter) is not { } found)
        {
            return NotFound();
        }

        (Chapter, Before, After) = found;
        IsPrintView = view == "print";
        return Page();
    }
}
