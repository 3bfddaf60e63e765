using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Which status answers a refusal.</summary>
internal static class CompositionStatus
{
    /// <summary>409 where somebody else wrote meanwhile, 403 where the person may not; else 200 with the page.</summary>
    public static int StatusOf(this ContentRefusedException refused) => refused switch
    {
        ContentConflictException => StatusCodes.Status409Conflict,
        StepForbiddenException => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status200OK,
    };
}
