using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Theme.Civic.Pages;

/// <summary>
/// The page for a status code, reached by re-execution. It reads nothing but configuration, so that it also works when
/// the database does not. A re-executed POST comes as a POST and without a valid token.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusCodeModel : PageModel
{
    /// <summary>What the page says.</summary>
    public StatusExplanation Explanation { get; private set; } = StatusExplanation.Of(500);

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        var code = int.TryParse(RouteData.Values["code"]?.ToString(), out var number) && number is >= 400 and <= 599 ? number : 404;
        Explanation = StatusExplanation.Of(code);
        Response.StatusCode = code;
    }
}
