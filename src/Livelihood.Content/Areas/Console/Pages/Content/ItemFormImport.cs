using Livelihood.Content.Editing;
using Livelihood.Formats;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Reads the file that an item's form brought, for the pages that have such a form.</summary>
internal static class ItemFormImport
{
    /// <summary>The filled form; null where the file was refused, which is then said beside its field.</summary>
    public static async Task<ImportedForm?> ImportAsync(
        this PageModel page, ItemImport import, EditorSubject subject, ItemFormReading reading, CancellationToken cancellation)
    {
        try
        {
            return await import.ReadAsync(subject, reading, page.Request.Form.Files[ItemImport.Field], cancellation);
        }
        catch (UnreadableDocumentException refused)
        {
            page.ModelState.AddModelError(ItemImport.Field, refused.Message);
            return null;
        }
    }
}
