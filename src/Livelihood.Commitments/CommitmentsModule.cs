using Livelihood.Commitments.Data;
using Livelihood.Commitments.Recipes;
using Livelihood.Content.Recipes;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Commitments;

/// <summary>The livelihood commitments (民生实事): programmes, tasks, targets and progress.</summary>
public static class CommitmentsModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddCommitments(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, CommitmentsModel>();
        services.AddScoped<IRecipeStep, ProgrammesStep>();
        services.AddScoped<Programmes>();
        services.AddScoped<ProgressReporting>();
        services.AddSingleton(new HomeSection("CommitmentsSummary", 30));
        services.AddSingleton(new SitemapPage("/commitments"));
        services.AddSingleton(new ConsoleLink(
            "民生实事进展", "/console/commitments", Permissions.ReportProgress, 200, "填报本机关牵头任务的进展，占比和数字在保存前核对。"));
        return services;
    }
}
