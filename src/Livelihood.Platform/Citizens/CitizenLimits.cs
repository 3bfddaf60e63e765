using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Citizens;

/// <summary>How often one network address may ask for codes and try them; reading forms is never limited. Staff have limits of their own.</summary>
internal static class CitizenLimits
{
    public const string Codes = "citizen-codes";
    public const string Tries = "citizen-tries";
    public const string Provider = "citizen-provider";

    public static void Add(RateLimiterOptions limiter)
    {
        Add(limiter, Codes, options => options.CodesPerHour, TimeSpan.FromHours(1));
        Add(limiter, Tries, options => options.TriesPerFiveMinutes, TimeSpan.FromMinutes(5));
        // Its pages are reached by links, and each makes the portal ask the provider.
        Add(limiter, Provider, options => options.TriesPerFiveMinutes, TimeSpan.FromMinutes(5), isReadingLimited: true);
    }

    private static void Add(RateLimiterOptions limiter, string policy, Func<CitizenOptions, int> permits, TimeSpan window, bool isReadingLimited = false) =>
        limiter.AddPolicy(policy, http => isReadingLimited || HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = permits(http.RequestServices.GetRequiredService<IOptions<CitizenOptions>>().Value),
                    Window = window,
                })
            : RateLimitPartition.GetNoLimiter(""));
}
