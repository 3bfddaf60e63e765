using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console;

/// <summary>Shows a refusal on the form that was sent, with everything that was typed.</summary>
internal static class ConsoleRefusals
{
    /// <summary>Puts the message beside its field, or above the form.</summary>
    public static void AddRefusal(this ModelStateDictionary state, ContentRefusedException refused) =>
        state.AddModelError((refused as FieldRefusedException)?.Field ?? "", refused.Message);

    /// <summary>The page again with the message; 409 where somebody else wrote meanwhile, 403 where the person may not.</summary>
    public static PageResult Refused(this PageModel page, ContentRefusedException refused)
    {
        page.ModelState.AddRefusal(refused);
        page.Response.StatusCode = refused switch
        {
            ContentConflictException => StatusCodes.Status409Conflict,
            StepForbiddenException => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status200OK,
        };
        return page.Page();
    }
}
