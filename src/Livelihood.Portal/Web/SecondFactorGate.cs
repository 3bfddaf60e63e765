using System.Security.Claims;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Livelihood.Portal.Web;

/// <summary>Keeps the console closed to staff who signed in without a second factor, and leads them to set one up.</summary>
internal sealed class SecondFactorGate(RequestDelegate next, IOptions<StaffSignInOptions> options)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var inConsole = http.Request.Path.StartsWithSegments("/console");
        if (inConsole && options.Value.RequireTwoFactor && !SignedInTwice(http.User)
            && http.User.Identity?.IsAuthenticated == true)
        {
            http.Response.Redirect(http.Request.PathBase + "/account/two-factor");
            return;
        }

        await next(http);
    }

    private static bool SignedInTwice(ClaimsPrincipal person) =>
        person.Identities.Any(i => i.AuthenticationType == IdentityConstants.ApplicationScheme
            && i.HasClaim("amr", "mfa"));
}
