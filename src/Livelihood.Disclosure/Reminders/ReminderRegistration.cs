using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Disclosure.Reminders;

/// <summary>Sends reminders that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class SendRemindersJob(ReminderRun run) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await run.SendAsync(cancellationToken);
}

/// <summary>Registers reminders.</summary>
internal static class ReminderRegistration
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, ReminderTablePart>();
        services.AddScoped<ReminderRun>();
        services.AddScoped<ReminderList>();
        services.AddScoped<StaffNews>();
        services.AddSingleton(new ConsoleLink("提醒记录", "/console/disclosure-reminders", Permissions.ApproveRequests, 312, "发给经办人、负责人和主管部门的期限提醒，发没有发到。"));
        services.AddSingleton(new ConsoleLink("提醒记录", "/console/disclosure-reminders", Permissions.SuperviseRequests, 312, "发给经办人、负责人和主管部门的期限提醒，发没有发到。"));
        services.AddOptions<DisclosureOptions>()
            .Validate(options => options.Reminders is not null, "Disclosure:HandlerReminders、HeadReminders、SupervisorReminders、CorrectionReminders、WaitingReminders、WaitingHeadReminders 应当是用逗号分开的整数，例如 5,2,1,0,-1")
            .ValidateOnStart();
    }

    public static void AddReminderJobs(this IServiceCollection services) => services.AddQuartz(quartz => quartz.ScheduleJob<SendRemindersJob>(
        trigger => trigger.WithIdentity("send-reminders").WithSimpleSchedule(every => every.WithInterval(Pause).RepeatForever()),
        job => job.WithIdentity("send-reminders")));
}
