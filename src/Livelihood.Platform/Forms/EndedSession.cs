using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Forms;

/// <summary>What happens to a request of staff whose session has ended: scripts are told, forms are kept, and people sign in.</summary>
internal static class EndedSession
{
    public static Task SignedInAsync(CookieSignedInContext context)
    {
        if (Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            context.HttpContext.RequestServices.GetRequiredService<LastAccount>().Remember(context.HttpContext, account);
        }

        return Task.CompletedTask;
    }

    public static async Task RedirectToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Headers.XRequestedWith == "XMLHttpRequest")
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments("/console"))
        {
            response.Redirect(context.RedirectUri);
            return;
        }

        var kept = await context.HttpContext.RequestServices.GetRequiredService<KeptPosts>().KeepAsync(context.HttpContext, context.HttpContext.RequestAborted);
        var next = request.PathBase + (kept is null ? "/console" : $"/console/kept/{kept}");
        var query = QueryString.Create("returnUrl", next).Add(kept is null ? "lost" : "kept", "true");
        response.Redirect(request.PathBase + context.Options.LoginPath + query);
    }
}
