using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Persons;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure;

/// <summary>Registers what comes with a request and how long it stays: papers, the same person's requests, keeping times.</summary>
internal static class IntakeRegistration
{
    public static void AddIntake(this IServiceCollection services) => services.AddPapers().AddPersons().AddKeeping();

    public static void AddIntakeJobs(this IServiceCollection services)
    {
        services.AddPaperJobs();
        services.AddKeepingJobs();
    }
}
