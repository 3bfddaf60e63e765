using Livelihood.Disclosure.Domain.Reminders;
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
        services.AddOptions<DisclosureOptions>()
            .Validate(options => Enum.GetValues<Reminded>().All(who => options.MarksOf(who) is not null), "Disclosure:HandlerReminders、HeadReminders、SupervisorReminders 应当是用逗号分开的整数，例如 5,2,1,0,-1")
            .ValidateOnStart();
    }

    public static void AddReminderJobs(this IServiceCollection services) => services.AddQuartz(quartz => quartz.ScheduleJob<SendRemindersJob>(
        trigger => trigger.WithIdentity("send-reminders").WithSimpleSchedule(every => every.WithInterval(Pause).RepeatForever()),
        job => job.WithIdentity("send-reminders")));
}
