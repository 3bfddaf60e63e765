using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Filing;

/// <summary>Registers what stands between a filled-in form and the register: challenges, answers of what is published.</summary>
internal static class FilingRegistration
{
    public static void AddFiling(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, FilingTables>();
        services.AddSingleton<FilingTally>();
        services.AddScoped<FilingChallenges>();
        services.AddScoped<PublishedAnswers>();
    }
}
