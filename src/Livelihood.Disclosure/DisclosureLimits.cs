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
    public const string FormPages = "disclosure-form-pages";
    public const string Suggestions = "disclosure-suggestions";
    public const string Calculations = "disclosure-calculations";

    public static IServiceCollection AddDisclosureLimits(this IServiceCollection services) => services
        .Configure<RateLimiterOptions>(limiter =>
        {
            Add(limiter, Queries, options => options.QueriesPerMinute, TimeSpan.FromMinutes(1));
            limiter.AddPolicy(FormPages, http => string.Equals(http.Request.Query["handler"], "File", StringComparison.OrdinalIgnoreCase)
                ? Window(http, "file", options => options.FormsPerHour, TimeSpan.FromHours(1))
                : Window(http, "page", options => options.FormPagesPerHour, TimeSpan.FromHours(1)));
            Add(limiter, Suggestions, options => options.SuggestionsPerMinute, TimeSpan.FromMinutes(1));
            Add(limiter, Calculations, options => options.CalculationsPerMinute, TimeSpan.FromMinutes(1));
        });

    private static void Add(RateLimiterOptions limiter, string policy, Func<DisclosureOptions, int> permits, TimeSpan window) =>
        limiter.AddPolicy(policy, http => Window(http, "", permits, window));

    private static RateLimitPartition<string> Window(HttpContext http, string what, Func<DisclosureOptions, int> permits, TimeSpan window) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"{what} {http.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = permits(http.RequestServices.GetRequiredService<IOptions<DisclosureOptions>>().Value),
                    Window = window,
                })
            : RateLimitPartition.GetNoLimiter("");
}
