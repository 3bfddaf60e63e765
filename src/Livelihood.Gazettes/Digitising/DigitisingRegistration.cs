using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Gazettes.Digitising;

/// <summary>Digitisation (公报数字化): the workbench.</summary>
internal static class DigitisingRegistration
{
    public static IServiceCollection AddDigitising(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, DigitisationModel>();
        services.AddSingleton<ReadingCache>();
        services.AddScoped<EditHistories>();
        services.AddScoped<AgencyDoubts>();
        services.AddScoped<SurroundingIssues>();
        services.AddScoped<IssueDoubts>();
        services.AddScoped<DraftWriter>();
        services.AddScoped<Workbench>();
        return services;
    }
}
