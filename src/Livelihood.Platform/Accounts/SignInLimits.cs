using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Accounts;

/// <summary>How often one address may try to sign in.</summary>
public static class SignInLimits
{
    /// <summary>The name of the rate-limiting policy.</summary>
    public const string Policy = "sign-in";

    /// <summary>Thirty posts in five minutes from one address; reading the form is free.</summary>
    public static void Add(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(5) })
            : RateLimitPartition.GetNoLimiter(""));
}
