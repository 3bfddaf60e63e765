using Livelihood.Content.Items;
using Livelihood.Gazettes.Composing;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Begins a new issue: the numbers of the next one are proposed, the rest is copied from the last.</summary>
[Authorize(Policy = Permissions.EditContent)]
public sealed class NewModel(IssueBeginning beginning) : PageModel
{
    [BindProperty]
    public MastheadForm Form { get; set; } = new();

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await beginning.AgenciesAsync(User, cancellation);
        Form = MastheadForm.Of(await beginning.ProposeAsync(cancellation), Agencies.Count > 0 ? Agencies[0].Id : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Agencies = await beginning.AgenciesAsync(User, cancellation);
        ModelState.Clear();
        if (Form.Read(ModelState) is not { } masthead)
        {
            return Page();
        }

        try
        {
            await beginning.BeginAsync(User, Form.Agency ?? "", masthead, cancellation);
            TempData["Notice"] = $"已新建{masthead.Year}年第{masthead.Number}号。请添加栏目，再选择文件。";
            return RedirectToPage("Compose", new { masthead.Year, masthead.Number });
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError(refused is FieldRefusedException { Field: var field } && field.StartsWith("Form.", StringComparison.Ordinal) ? field : "", refused.Message);
            return Page();
        }
    }
}
