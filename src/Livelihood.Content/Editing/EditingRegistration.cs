using Livelihood.Content.Editing.Autosaving;
using Livelihood.Content.Editing.Comparison;
using Livelihood.Content.Editing.Merging;
using Livelihood.Content.Editing.Previews;
using Livelihood.Content.Media;
using Livelihood.Platform;
using Livelihood.Platform.Data;
using Livelihood.Platform.Forms;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Content.Editing;

/// <summary>What editors, reviewers and publishers work with.</summary>
internal static class EditingRegistration
{
    public static void AddEditing(this IServiceCollection services)
    {
        services.AddScoped<ItemOverviews>();
        services.AddScoped<ItemHistory>();
        services.AddScoped<ItemVersions>();
        services.AddScoped<ReadableFields>();
        services.AddScoped<VersionComparisons>();
        services.AddSingleton<IModelPart, EditingModel>();
        services.AddScoped<PreviewLinks>();
        services.AddScoped<PreviewVisits>();
        services.AddScoped<IMediaGrant>(s => s.GetRequiredService<PreviewVisits>());
        services.AddScoped<Autosaves>();
        services.AddScoped<IFormSource>(s => s.GetRequiredService<Autosaves>());
        services.AddScoped<WaitingContent>();
        services.AddScoped<EditConflicts>();
        services.AddSingleton(new ConsoleSection("WaitingContent", 10));
    }

    public static IServiceCollection AddEditingJobs(this IServiceCollection services) => services.AddQuartz(quartz =>
        quartz.ScheduleJob<ForgetAutosavesJob>(
            trigger => trigger.WithIdentity("forget-autosaves").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromHours(24)).RepeatForever()),
            job => job.WithIdentity("forget-autosaves")));
}
