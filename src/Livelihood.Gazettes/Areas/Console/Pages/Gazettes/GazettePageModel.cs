using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>A console page on gazettes: for those who write, review or publish content.</summary>
public abstract class GazettePageModel : PageModel
{
    /// <inheritdoc />
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        string[] any = [Permissions.EditContent, Permissions.ReviewContent, Permissions.PublishContent];
        if (!any.Any(p => StaffAccess.May(User, p)))
        {
            context.Result = Forbid();
        }
    }
}
