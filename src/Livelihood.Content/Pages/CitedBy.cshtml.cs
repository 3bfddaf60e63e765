using Livelihood.Content.Catalogue;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.References;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages;

/// <summary>All documents that cite one, a page at a time.</summary>
public sealed class CitedByModel(IContentStore store, CitingDocuments citing) : PageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public CitedBy Result { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int PageCount => Math.Max(1, (Result.Total + CatalogueQuery.PageSize - 1) / CatalogueQuery.PageSize);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await store.PublishedAsync(id, cancellation) is not { } version)
        {
            return NotFound();
        }

        Version = version;
        Number = Math.Clamp(Number, 1, CitingDocuments.MostCounted / CatalogueQuery.PageSize);
        var number = DocumentNumber.TryParse(version.Part<OfficialDocumentPart>()?.Number, out var read) ? read.ToString() : null;
        Result = await citing.PageAsync(id, number, version.DisplayText, Number, CatalogueQuery.PageSize, cancellation);
        PublicCaching.Allow(HttpContext);
        return Number > PageCount ? NotFound() : Page();
    }

    /// <summary>The address of another page of the list.</summary>
    public string UrlOfPage(int number) => Url.Page("/CitedBy", new { id = Version.ItemId, p = number }) ?? "";
}
