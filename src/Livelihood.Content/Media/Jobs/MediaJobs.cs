using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Content.Media.Jobs;

/// <summary>The jobs on files, for a portal that serves.</summary>
public static class MediaJobs
{
    /// <summary>The name of the job that has files scanned.</summary>
    public const string Scan = "scan-files";

    /// <summary>The name of the job that reads texts.</summary>
    public const string ReadTexts = "read-file-texts";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Adds the jobs.</summary>
    public static IServiceCollection AddMediaJobs(this IServiceCollection services) => services.AddQuartz(quartz =>
    {
        quartz.ScheduleJob<ScanFilesJob>(
            trigger => trigger.WithIdentity(Scan).WithSimpleSchedule(every => every.WithInterval(Interval).RepeatForever()),
            job => job.WithIdentity(Scan));
        quartz.ScheduleJob<ReadTextsJob>(
            trigger => trigger.WithIdentity(ReadTexts).WithSimpleSchedule(every => every.WithInterval(Interval).RepeatForever()),
            job => job.WithIdentity(ReadTexts));
    });
}
