using Livelihood.Content.Editing.Comparison;
using Livelihood.Platform;
using Microsoft.Extensions.DependencyInjection;

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
        services.AddScoped<WaitingContent>();
        services.AddSingleton(new ConsoleSection("WaitingContent", 10));
    }
}
