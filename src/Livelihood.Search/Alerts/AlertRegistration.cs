using System.Threading.RateLimiting;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace Livelihood.Search.Alerts;

/// <summary>Writes the mails of subscriptions that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class SendAlertsJob(AlertDigests digests) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await digests.SendDueAsync(cancellationToken);
}

/// <summary>Registers subscriptions by e-mail.</summary>
internal static class AlertRegistration
{
    /// <summary>The limit on asking for subscriptions; reading the form is never limited.</summary>
    public const string Limit = "search-alerts";

    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<SearchOptions>().BindConfiguration("Search");
        services.AddSingleton<IModelPart, AlertTablesPart>();
        services.AddSingleton<AlertSecrets>();
        services.AddSingleton<AlertMails>();
        services.AddScoped<SearchAlerts>();
        services.AddScoped<AlertDigests>();
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy(Limit, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = http.RequestServices.GetRequiredService<IOptions<SearchOptions>>().Value.AlertsPerHour,
                    Window = TimeSpan.FromHours(1),
                })
            : RateLimitPartition.GetNoLimiter("")));
    }

    public static void AddAlertJobs(this IServiceCollection services) => services.AddQuartz(quartz => quartz.ScheduleJob<SendAlertsJob>(
        trigger => trigger.WithIdentity("send-alerts").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()),
        job => job.WithIdentity("send-alerts")));
}
