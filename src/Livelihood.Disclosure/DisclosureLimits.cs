using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure;

/// <summary>How often one address may send which form; reading a page is never limited.</summary>
internal static class DisclosureLimits
{
    public const string Queries = "disclosure-queries";
    public const string Forms = "disclosure-forms";
    public const string Suggestions = "disclosure-suggestions";
    public const string Calculations = "disclosure-calculations";

    public static IServiceCollection AddDisclosureLimits(this IServiceCollection services) => services
        .Configure<RateLimiterOptions>(limiter =>
        {
            Add(limiter, Queries, options => options.QueriesPerMinute, TimeSpan.FromMinutes(1));
            Add(limiter, Forms, options => options.FormsPerHour, TimeSpan.FromHours(1));
            Add(limiter, Suggestions, options => options.SuggestionsPerMinute, TimeSpan.FromMinutes(1));
            Add(limiter, Calculations, options => options.CalculationsPerMinute, TimeSpan.FromMinutes(1));
        });

    private static void Add(RateLimiterOptions limiter, string policy, Func<DisclosureOptions, int> permits, TimeSpan window) =>
        limiter.AddPolicy(policy, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = permits(http.RequestServices.GetRequiredService<IOptions<DisclosureOptions>>().Value),
                    Window = window,
                })
            : RateLimitPartition.GetNoLimiter(""));
}
