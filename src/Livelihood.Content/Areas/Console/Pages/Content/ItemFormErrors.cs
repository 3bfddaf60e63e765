using Livelihood.Content.Editing;
using Livelihood.Content.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Shows an item's problems beside the inputs that they speak of.</summary>
internal static class ItemFormErrors
{
    /// <summary>Adds the problems, for the error summary in the order of the form.</summary>
    public static void Show(this PageModel page, ItemForm form, IEnumerable<ItemProblem> problems)
    {
        var shown = problems.DistinctBy(form.InputOf).OrderBy(form.PlaceOf).ToList();
        page.ViewData["FieldOrder"] = shown.ConvertAll(form.InputOf);
        foreach (var problem in shown)
        {
            page.ModelState.AddModelError(form.InputOf(problem), problem.Text);
        }
    }
}
