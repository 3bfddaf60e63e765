using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Livelihood.Search.Alerts;
using Livelihood.Search.Columns;
using Livelihood.Search.Index;
using Livelihood.Search.Matching;
using Livelihood.Search.Matching.Postgres;
using Livelihood.Search.Matching.Sqlite;
using Livelihood.Search.Pages.Search;
using Livelihood.Search.QueryLog;
using Livelihood.Search.Querying;
using Livelihood.Search.Suggestions;
using Livelihood.Search.Words;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Search;

/// <summary>Search: the analyser, the index, queries, the page /search, suggestions and marks for other modules.</summary>
public static class SearchModule
{
    private const string EverySixHours = "0 20 */6 * * ?";

    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, SearchTablesPart>();
        services.AddScoped<ISearchIndex>(s => IsSqlite(s) ? ActivatorUtilities.CreateInstance<SqliteIndex>(s) : ActivatorUtilities.CreateInstance<PostgresIndex>(s));
        services.AddScoped<IMatcher>(s => IsSqlite(s) ? ActivatorUtilities.CreateInstance<SqliteMatcher>(s) : ActivatorUtilities.CreateInstance<PostgresMatcher>(s));
        services.AddScoped<IContentHandler, SearchIndexer>();
        services.AddScoped(s => new IndexRebuild(
            s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<IPublishedContents>(), s.GetRequiredService<ISearchIndex>()));
        services.AddScoped<FilterReading>();
        services.AddScoped<FacetNames>();
        services.AddScoped<AgencyFacet>();
        services.AddScoped<FacetPanel>();
        services.AddScoped<Snapshots>();
        services.AddSingleton<ColumnsKeeper>();
        services.AddSingleton<TermLists>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<TypeFieldsCache>();
        services.AddSingleton<SynonymsInUse>();
        services.AddScoped<QueryReading>();
        services.AddScoped<IQueryReading>(s => s.GetRequiredService<QueryReading>());
        services.AddScoped<AnswerFinder>();
        services.AddScoped<FieldFacets>();
        services.AddSearchSuggestions();
        services.AddHostedService<LanguageDataCheck>();
        services.AddHostedService<IndexUpkeep>();
        services.AddScoped<SegmentMerge>();
        services.AddScoped<HitReader>();
        services.AddScoped<SearchEngine>();
        services.AddScoped<ISearch>(s => s.GetRequiredService<SearchEngine>());
        services.AddScoped<IPublishedSearch, PublishedSearch>();
        services.AddScoped<ISearchAnswers, SearchAnswers>();
        services.AddSingleton<IHighlighter, Highlighter>();
        services.AddAlerts();
        services.AddQueryLog();
        services.AddSingleton(new SitemapPage("/search"));
        services.Configure<KestrelServerOptions>(LetLongQueriesIn);
        return services;
    }

    /// <summary>Adds the jobs that run while the portal serves.</summary>
    public static IServiceCollection AddSearchJobs(this IServiceCollection services)
    {
        services.AddAlertJobs();
        services.AddQuartz(quartz => quartz.ScheduleJob<MergeSegmentsJob>(
            trigger => trigger.WithIdentity("merge-segments").WithCronSchedule(EverySixHours),
            job => job.WithIdentity("merge-segments")));
        return services;
    }

    /// <summary>Whoever pastes a page of text into the box gets an answer that says so, not a bare 414.</summary>
    private static void LetLongQueriesIn(KestrelServerOptions server) =>
        server.Limits.MaxRequestLineSize = Math.Max(server.Limits.MaxRequestLineSize, 128 * 1024);

    private static bool IsSqlite(IServiceProvider services) =>
        services.GetRequiredService<DatabaseConnection>().Kind == DatabaseKind.Sqlite;
}
