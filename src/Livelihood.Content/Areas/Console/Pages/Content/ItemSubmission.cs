using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Autosaving;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>What follows a save: the next page, or first the way to the secrecy review.</summary>
public sealed class ItemSubmission(IContentWorkflow workflow, Autosaves autosaves)
{
    /// <summary>The value of the button that saves and sends for review.</summary>
    public const string Submit = "submit";

    /// <summary>Answers a form whose data was saved. What is missing for review does not undo the save.</summary>
    public async Task<IActionResult> FinishAsync(
        PageModel page, ContentVersion saved, ItemFormReading reading, string? then, CancellationToken cancellation)
    {
        await autosaves.ClearAsync(page.User, page.Request.Form[Autosaves.KeyField], cancellation);
        if (then != Submit)
        {
            page.TempData["Notice"] = "已保存草稿。";
            return page.RedirectToPage("Edit", new { id = saved.ItemId });
        }

        if (reading.Problems.Count > 0)
        {
            page.TempData["Notice"] = "已保存草稿，还不能送审。请补全下面列出的各项。";
            return page.RedirectToPage("Edit", new { id = saved.ItemId, check = true });
        }

        try
        {
            await workflow.DoAsync(page.User, saved.ItemId, saved.Item.Revision, ContentEvent.Submit, new(), cancellation);
            page.TempData["Notice"] = $"已保存“{saved.DisplayText}”，并送保密审查。";
        }
        catch (ContentRefusedException refused)
        {
            page.TempData["Notice"] = "已保存草稿，没有送审。" + refused.Message;
        }

        return page.RedirectToPage("Item", new { id = saved.ItemId });
    }
}
