using Livelihood.Content.Handbook;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Handbook;

/// <summary>The handbook's contents.</summary>
public sealed class IndexModel(EditorsHandbook handbook) : PageModel
{
    public IReadOnlyList<HandbookChapter> Chapters => handbook.Chapters;
}
