using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Disclosure.Keeping;

/// <summary>Deletes personal data that are past their time.</summary>
[DisallowConcurrentExecution]
internal sealed class EraseJob(ErasureRun run) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await run.RunAsync(cancellationToken);
}

/// <summary>Registers keeping times and the log of readings.</summary>
internal static class KeepingRegistration
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) => services
        .AddSingleton<IModelPart, KeepingTables>()
        .AddScoped<KeepingRules>()
        .AddScoped<ErasureRun>()
        .AddScoped<ReadingLog>()
        .AddSingleton(new ConsoleLink("个人信息查看记录", "/console/disclosure-readings", Permissions.SuperviseRequests, 315, "谁在什么时候查看了申请人的信息、材料和文书。"))
        .AddSingleton(new ConsoleLink("个人信息保存期限", "/console/disclosure-keeping", Permissions.ManageSite, 335, "申请办结多少年以后删除申请人的信息，从哪一天起用。"));

    public static void AddKeepingJobs(this IServiceCollection services) => services.AddQuartz(quartz => quartz.ScheduleJob<EraseJob>(
        trigger => trigger.WithIdentity("erase-personal-data").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromHours(6)).RepeatForever()),
        job => job.WithIdentity("erase-personal-data")));
}
