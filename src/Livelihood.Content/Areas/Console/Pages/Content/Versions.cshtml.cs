using Livelihood.Content.Access;
using Livelihood.Content.Editing;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>All versions of an item; any two can be compared, and any restored as a draft.</summary>
public sealed class VersionsModel(ItemVersions versions, IContentStore store, ContentAccess access) : PageModel
{
    public ContentVersion Latest { get; private set; } = null!;

    public VersionPage Result { get; private set; } = null!;

    public bool MayRestore { get; private set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(string id, int number, int revision, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!await access.MayEditAsync(User, Latest.Item.AgencyId, cancellation))
        {
            return Forbid();
        }

        try
        {
            var restored = await store.RestoreAsync(id, number, revision, cancellation);
            TempData["Notice"] = $"第{number}版已恢复为草稿，作为第{restored.Number}版。公众看到的没有变。";
            return RedirectToPage("Item", new { id });
        }
        catch (ContentRefusedException refused)
        {
            await LoadAsync(id, cancellation);
            return this.Refused(refused);
        }
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await versions.FindAsync(User, id, number: null, cancellation) is not { } latest)
        {
            return false;
        }

        Latest = latest;
        Result = await versions.PageAsync(id, Number, cancellation);
        MayRestore = WorkflowTable.IsEditable(latest.Stage) && await access.MayEditAsync(User, latest.Item.AgencyId, cancellation);
        return true;
    }
}
