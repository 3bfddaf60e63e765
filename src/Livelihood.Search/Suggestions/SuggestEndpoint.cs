using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Search.Suggestions;

/// <summary>GET /search/suggest?q=: what may be meant by what was typed so far, as JSON.</summary>
public static class SuggestEndpoint
{
    private const string Limit = "search-suggestions";
    private const int PerMinute = 240;
    private const int Most = 8;
    private const int LongestTyped = 60;

    /// <summary>Maps the address.</summary>
    public static IEndpointRouteBuilder MapSearchSuggestions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/search/suggest", AnswerAsync).RequireRateLimiting(Limit).ExcludeFromDescription();
        return endpoints;
    }

    internal static IServiceCollection AddSearchSuggestions(this IServiceCollection services)
    {
        services.AddSingleton<TitleKeeper>();
        services.AddScoped<QueryAdvisor>();
        return services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })));
    }

    private static async Task<IResult> AnswerAsync(string? q, HttpContext http, CancellationToken cancellation)
    {
        var typed = (q ?? "").Trim();
        var found = typed.Length is 0 or > LongestTyped
            ? []
            : await http.RequestServices.GetRequiredService<QueryAdvisor>().SuggestAsync(typed, Most, cancellation);
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Json(found.Select(f => new Suggestion(f.Text, f.Number)).DistinctBy(s => s.Text));
    }

    /// <summary>A line of the list.</summary>
    private sealed record Suggestion(
        [property: JsonPropertyName("text")] string Text,
        [property: JsonPropertyName("number"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number);
}
