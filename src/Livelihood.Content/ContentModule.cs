using Livelihood.Content.Access;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing;
using Livelihood.Content.Feeds;
using Livelihood.Content.Handbook;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Jobs;
using Livelihood.Content.Navigation;
using Livelihood.Content.Pages;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.Recipes;
using Livelihood.Content.Recipes.Steps;
using Livelihood.Content.References;
using Livelihood.Content.Taxonomies;
using Livelihood.Content.Writing;
using Livelihood.Content.Workflow;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Livelihood.Content.Recipes.Export;
using Livelihood.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Content;

/// <summary>Content types, items, versions, publication and recipes.</summary>
public static class ContentModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, ContentModel>();
        services.AddScoped<IContentStore, ContentStore>();
        services.AddScoped<ContentAccess>();
        services.AddScoped<ContentDefinitions>();
        services.AddScoped<ContentPaths>();
        services.AddWorkflow();
        services.AddScoped<FieldIndex>();
        services.AddScoped<CatalogueTallies>();
        services.AddScoped<IPublishedContents, PublishedContents>();
        services.AddScoped<ItemViews>();
        services.AddEditing();
        services.AddScoped<CatalogueQuery>();
        services.AddScoped<TaxonomyTerms>();
        services.AddFeeds();
        services.AddSite();
        services.AddReferences();
        services.AddContentPart<TitlePart>();
        services.AddContentPart<AutoroutePart>();
        services.AddContentPart<MarkdownBodyPart>();
        services.AddContentPart<OfficialDocumentPart>();
        services.AddContentPart<DisclosureRecordPart>();
        services.AddContentPart<PrintedInPart>();
        services.AddContentPart<SourceTextPart>();
        services.AddContentPart<TaxonomyPart>();
        services.AddContentPart<RelationsPart>();
        services.AddContentPart<PublishLaterPart>();
        services.AddItemForms();
        services.AddValidation();
        services.AddRecipes();
        services.AddMedia();
        services.AddWriting();
        services.AddHandbook();
        return services;
    }

    /// <summary>Adds the jobs that run while the portal serves; a command line has none.</summary>
    public static IServiceCollection AddContentJobs(this IServiceCollection services) => services.AddMediaJobs().AddQuartz(quartz =>
        quartz.ScheduleJob<PublishDueJob>(
            trigger => trigger.WithIdentity("publish-due")
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(15)).RepeatForever()),
            job => job.WithIdentity("publish-due"))).AddEditingJobs();

    private static void AddWorkflow(this IServiceCollection services)
    {
        // A table that contradicts itself stops the portal here, before anybody relies on it.
        services.AddSingleton(WorkflowTable.Standard);
        services.AddScoped<Publisher>();
        services.AddScoped<PublishedRefresh>();
        services.AddScoped<ContentWorkflow>();
        services.AddScoped<IContentWorkflow>(s => s.GetRequiredService<ContentWorkflow>());
        services.AddScoped<IDocumentPrinting, DocumentPrinting>();
        services.AddScoped<IDraftSubmission, DraftSubmission>();
        services.AddSingleton<DuePublications>();
    }

    private static void AddFeeds(this IServiceCollection services)
    {
        services.AddScoped<PublicationQuery>();
        services.AddScoped<AtomFeed>();
        services.AddScoped<CalendarFeed>();
        services.AddScoped<Sitemap>();
        foreach (var path in new[] { "/", "/documents", "/feeds" })
        {
            services.AddSingleton(new SitemapPage(path));
        }
    }

    private static void AddRecipes(this IServiceCollection services)
    {
        services.AddScoped<IRecipeExecutor, RecipeExecutor>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, AgenciesStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IRecipeStep, RecipesStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<RecipeDeclarations>();
        services.AddScoped<RecipeExporter>();
        services.AddWork<ExportRecipeWork>();
        services.AddWork<ImportRecipeWork>();
        services.AddSingleton(new ConsoleLink("配方", "/console/recipes", Permissions.RunRecipes, 400, "把内容导出为配方，或者导入别处的配方。"));
    }
}
