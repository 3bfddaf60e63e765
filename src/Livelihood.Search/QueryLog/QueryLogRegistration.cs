using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Search.Suggestions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Search.QueryLog;

/// <summary>Registers the query log.</summary>
internal static class QueryLogRegistration
{
    public static void AddQueryLog(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, QueryLogTablePart>();
        services.AddSingleton<AskedQueries>();
        services.AddScoped<QueryLogStore>();
        services.AddScoped<QueryLogReport>();
        services.AddScoped<ISuggestionSource, FrequentQueries>();
        services.AddHostedService<QueryLogUpkeep>();
        services.AddSingleton<IStartupFilter, ClickCounting>();
        services.AddSingleton(new ConsoleLink("读者在找什么", "/console/search-queries", Permissions.EditContent, 330, "读者搜索什么，有什么没有找到。"));
    }
}
