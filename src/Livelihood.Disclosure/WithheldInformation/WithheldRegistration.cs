using Livelihood.Content.Workflow;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>Registers the register of what is not disclosed.</summary>
internal static class WithheldRegistration
{
    public static IServiceCollection AddWithheld(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, WithheldTables>();
        services.AddScoped<ReviewTimes>();
        services.AddScoped<WithheldRegister>();
        services.AddScoped<WithheldDesk>();
        services.AddScoped<WithheldList>();
        services.AddScoped<WithheldTitle>();
        services.AddScoped<UnregisteredCases>();
        services.AddScoped<WithheldPublication>();
        services.AddScoped<IPublicationCheck, WithheldCheck>();
        foreach (var permission in new[] { Permissions.HandleRequests, Permissions.ApproveRequests, Permissions.SuperviseRequests })
        {
            services.AddSingleton(new ConsoleLink("不予公开信息", "/console/disclosure-withheld", permission, 306, "决定不予公开的信息：登记、定期评估，可以公开的公开。"));
        }

        services.AddSingleton(new ConsoleLink("不予公开信息的评估间隔", "/console/disclosure-review-times", Permissions.ManageSite, 333, "不予公开的信息隔多少个月评估一次，从哪一天起用。"));
        return services;
    }
}
