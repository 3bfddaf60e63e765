using System.ComponentModel.DataAnnotations;
using Livelihood.Content.Definitions;
using Livelihood.Content.Recipes.Export;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Files;
using Livelihood.Platform.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Recipes;

/// <summary>Exports content as a recipe, and runs recipes from elsewhere; both as long work.</summary>
[Authorize(Policy = Permissions.RunRecipes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxUpload + 1024 * 1024)]
[RequestSizeLimit(MaxUpload + 1024 * 1024)]
public sealed class IndexModel(ContentDefinitions definitions, IAgencyDirectory agencies, IWorkQueue work, IFileStore files) : PageModel
{
    private const long MaxUpload = 256L * 1024 * 1024;

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    [Range(1949, 9998, ErrorMessage = "年份写作四位数字，如 2019")]
    public int? Year { get; set; }

    [BindProperty]
    public bool Drafts { get; set; }

    [BindProperty]
    public IFormFile? Recipe { get; set; }

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var selection = new RecipeSelection
        {
            Type = Types.Any(t => t.Name == Type) ? Type : null,
            AgencyId = Agencies.Any(a => a.Id == Agency) ? Agency : null,
            Year = Year,
            Drafts = Drafts,
        };
        return ToWork(await work.StartAsync(User, ExportRecipeWork.KindName, "导出内容", selection, cancellation));
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        if (Recipe is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Recipe), Recipe is null ? "请选择配方文件（.json 或者 .zip）" : "这个文件是空的，请重新选择");
            await LoadAsync(cancellation);
            return Page();
        }

        await using var content = Recipe.OpenReadStream();
        var kept = await files.SaveAsync(content, cancellation);
        var name = Path.GetFileName(Recipe.FileName);
        return ToWork(await work.StartAsync(User, ImportRecipeWork.KindName, $"导入配方 {name}", new RecipeUpload(kept.Hash, name), cancellation));
    }

    private RedirectToPageResult ToWork(Guid id) => RedirectToPage("/Work/Item", new { area = "Console", id });

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Types = [.. (await definitions.TypesAsync(cancellation)).Values.OrderBy(t => t.DisplayName, StringComparer.Ordinal)];
        Agencies = await agencies.AllAsync(cancellation);
    }
}
