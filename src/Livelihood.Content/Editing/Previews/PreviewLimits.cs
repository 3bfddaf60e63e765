using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Content.Editing.Previews;

/// <summary>How often one address may open secret previews, so that nobody tries tokens.</summary>
public static class PreviewLimits
{
    /// <summary>The name of the rate-limiting policy.</summary>
    public const string Policy = "preview";

    /// <summary>Sixty in a minute from one address.</summary>
    public static void Add(RateLimiterOptions options) => options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
}
