using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Disclosure.Papers;

/// <summary>Forgets papers whose form was never sent.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetWaitingPapersJob(WaitingPapers papers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await papers.ForgetAsync(cancellationToken);
}

/// <summary>Registers the papers of requests.</summary>
internal static class PapersRegistration
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddSingleton<IModelPart, PaperTables>()
        .AddSingleton<PaperVault>()
        .AddScoped<PaperInspection>()
        .AddScoped<WaitingPapers>()
        .AddScoped<PaperDesk>();

    public static void AddPaperJobs(this IServiceCollection services) => services.AddQuartz(quartz => quartz.ScheduleJob<ForgetWaitingPapersJob>(
        trigger => trigger.WithIdentity("forget-waiting-papers").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(15)).RepeatForever()),
        job => job.WithIdentity("forget-waiting-papers")));
}
