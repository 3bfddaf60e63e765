using Livelihood.Content.Media;
using Livelihood.Content.Publication;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Gazettes.Edition;

/// <summary>Registers what prints issues.</summary>
internal static class EditionRegistration
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddEditions(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, EditionModel>();
        services.AddSingleton<IssuePrinter>();
        services.AddScoped<IssueAssembly>();
        services.AddScoped<IIssuePages, MeasuredIssuePages>();
        services.AddScoped<EditionQueue>();
        services.AddScoped<IContentHandler>(s => s.GetRequiredService<EditionQueue>());
        services.AddScoped<EditionWork>();
        services.AddScoped<EditionMaker>();
        services.AddScoped<EditionQuery>();
        services.AddScoped<IStoredFileUse, EditionFileUse>();
        return services.AddEditionLimit();
    }

    public static IServiceCollection AddEditionJobs(this IServiceCollection services) => services.AddQuartz(quartz =>
        quartz.ScheduleJob<MakeEditionsJob>(
            trigger => trigger.WithIdentity(MakeEditionsJob.Name).WithSimpleSchedule(every => every.WithInterval(Interval).RepeatForever()),
            job => job.WithIdentity(MakeEditionsJob.Name)));
}
