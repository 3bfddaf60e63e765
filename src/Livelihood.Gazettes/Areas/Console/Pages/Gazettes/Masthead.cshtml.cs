using Livelihood.Content.Items;
using Livelihood.Gazettes.Composing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Changes the masthead of an issue that is composed here.</summary>
public sealed class MastheadModel(IssueComposer composer) : GazettePageModel
{
    public Composition Composition { get; private set; } = null!;

    [BindProperty]
    public MastheadForm Form { get; set; } = new();

    /// <summary>The revision that the form was made of.</summary>
    public int Revision { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        if (await composer.FindAsync(User, year, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Composition, Revision, Form) = (found, found.Revision, MastheadForm.Of(IssueMasthead.Of(found.Issue)));
        return found.MayEdit ? Page() : RedirectToPage("Compose", new { year, number });
    }

    public async Task<IActionResult> OnPostAsync(int year, int number, int revision, CancellationToken cancellation)
    {
        if (await composer.FindAsync(User, year, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Composition, Revision) = (found, revision);
        ModelState.Clear();
        if (Form.Read(ModelState) is not { } masthead)
        {
            return Page();
        }

        try
        {
            await composer.SaveMastheadAsync(found, revision, masthead with { Year = found.Issue.Year, Number = found.Issue.Number }, cancellation);
            TempData["Notice"] = "已保存刊头。";
            return RedirectToPage("Compose", new { year, number });
        }
        catch (ContentConflictException)
        {
            // What was typed stays; sent once more, it goes on top of what the other one did.
            Revision = found.Revision;
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", "您打开这一页以后，别人改动过这一期。您填写的还在；核对以后再保存一次，就会生效。");
            return Page();
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = refused.StatusOf();
            return Page();
        }
    }
}
