using Livelihood.Content.Citing;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Digitising;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Gazettes;

/// <summary>The gazette (政府公报): issues, their digitisation and import, and where a document was printed.</summary>
public static class GazettesModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddGazettes(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, GazettesModel>();
        services.AddContentPart<GazetteIssuePart>();
        services.AddScoped<IContentHandler, IssueRegister>();
        services.AddScoped<IssueQuery>();
        services.AddScoped<IssueDocuments>();
        services.AddComposing();
        services.AddScoped<IssueLists>();
        services.AddScoped<IPrintings, Printings>();
        services.AddInput();
        services.AddScoped<GazetteImporter>();
        services.AddScoped<GazettePublisher>();
        services.AddScoped<DraftQuery>();
        services.AddEditions();
        services.AddDigitising();
        services.AddSingleton(new HomeSection("LatestIssues", 30));
        services.AddSingleton(new SitemapPage("/gazettes"));
        services.AddSingleton(new ConsoleLink("政府公报", "/console/gazettes", Permissions.EditContent, 100, "导入一期公报的全文，核对疑点。"));
        services.AddSingleton(new ConsoleLink("政府公报", "/console/gazettes", Permissions.PublishContent, 100, "核对各期公报的疑点，发布。"));
        return services;
    }
    /// <summary>Adds the jobs that run while the portal serves; a command line has none.</summary>
    public static IServiceCollection AddGazetteJobs(this IServiceCollection services) => services.AddEditionJobs();
}
