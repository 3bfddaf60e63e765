using System.Threading.RateLimiting;
using Livelihood.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Livelihood.Api;

/// <summary>How often one address may ask the interface; who asks too often is told so in the interface's own form.</summary>
internal static class ApiLimits
{
    public const string Reading = "api-reading";
    public const string Writing = "api-writing";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddApiLimits(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
    {
        Add(limiter, Reading, o => o.ReadsPerMinute);
        Add(limiter, Writing, o => o.WritesPerMinute);
        limiter.OnRejected = (context, _) => context.HttpContext.Request.Path.StartsWithSegments(ApiRoutes.Root)
            ? RefuseAsync(context.HttpContext)
            : ValueTask.CompletedTask;
    });

    private static void Add(RateLimiterOptions limiter, string policy, Func<ApiOptions, int> permits) => limiter.AddPolicy(policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = permits(http.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value),
                Window = Window,
            }));

    private static async ValueTask RefuseAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString();
        await new ApiProblem(StatusCodes.Status429TooManyRequests, "请求太频繁", "请等一分钟再试。需要全部数据时，请用 limit=100 逐页读取，并保存结果。").WriteAsync(http);
    }
}
