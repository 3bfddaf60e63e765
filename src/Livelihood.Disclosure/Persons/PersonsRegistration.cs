using Livelihood.Disclosure.Jobs;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Persons;

/// <summary>Registers what finds requests that belong together.</summary>
internal static class PersonsRegistration
{
    public static IServiceCollection AddPersons(this IServiceCollection services) => services
        .AddSingleton<IModelPart, PersonTables>()
        .AddScoped<PersonHashes>()
        .AddScoped<PersonBackfill>()
        .AddScoped<RelatedRequests>()
        .AddScoped<ComplaintCounting>()
        .AddScoped<PersonLink>()
        .AddScoped<PersonSearch>()
        .AddAtStart<PersonBackfill>("keys by which those that belong together are found", (backfill, stop) => backfill.RunAsync(stop));
}
