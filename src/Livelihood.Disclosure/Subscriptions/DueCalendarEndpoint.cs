using System.Threading.RateLimiting;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Subscriptions;

/// <summary>Hands a subscriber's calendar to whoever has its secret address: calendar programs cannot sign in.</summary>
internal static class DueCalendarEndpoint
{
    private const string Limit = "disclosure-calendars";

    // A whole office can stand behind one network address, each program asking some times an hour.
    private const int ReadingsPerMinute = 60;

    /// <summary>The address of a secret, below the portal's root.</summary>
    public static string PathOf(string secret) => $"/disclosure/due/{secret}.ics";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/disclosure/due/{secret}.ics", AnswerAsync)
        .WithMetadata(new SkipStatusCodePagesAttribute()).RequireRateLimiting(Limit).ExcludeFromDescription();

    public static IServiceCollection AddDueCalendarLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = ReadingsPerMinute, Window = TimeSpan.FromMinutes(1) })));

    private static async Task<IResult> AnswerAsync(string secret, DueSubscriptions subscriptions, DueCalendar calendar, HttpContext http, CancellationToken cancellation)
    {
        (http.Response.Headers["X-Robots-Tag"], http.Response.Headers.CacheControl) = ("noindex, nofollow", "no-store");
        return await subscriptions.ReaderAsync(secret, cancellation) is { } subscriber && await calendar.WriteAsync(subscriber, cancellation) is { } written
            ? new CacheableBody(written, "text/calendar; charset=utf-8", TimeSpan.Zero, isPrivate: true)
            : Results.NotFound();
    }
}
