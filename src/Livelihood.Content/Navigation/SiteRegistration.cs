using Livelihood.Content.Columns;
using Livelihood.Content.Publication;
using Livelihood.Content.Recipes;
using Livelihood.Content.Relations;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Navigation;

/// <summary>How the site is laid out: columns, menus and taxonomies.</summary>
internal static class SiteRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, SiteModel>();
        services.AddSingleton<KnownStructure>();
        services.AddScoped<SiteStructures>();
        services.AddScoped<SiteAddresses>();
        services.AddScoped<IContentHandler, MenuItemWatch>();
        services.AddScoped<IContentHandler, RelationIndex>();
        services.AddScoped<ItemRelations>();
        services.AddScoped<ItemColumns>();
        services.AddScoped<ColumnLines>();
        services.AddScoped<FieldFilters>();
        services.AddScoped<PlacedItems>();
        services.AddScoped<ColumnEditor>();
        services.AddScoped<StaleColumns>();
        services.AddScoped<LatePublications>();
        services.AddSingleton(new ConsoleSection("PublishingHints", 50));
        services.AddScoped<MenuEditor>();
        services.AddScoped<TaxonomyEditor>();
        services.AddScoped<IRecipeStep, ColumnsStep>();
        services.AddScoped<IRecipeStep, NavigationStep>();
        services.AddSingleton(new HomeSection("HomeColumns", 20));
        services.AddSingleton(new ConsoleLink("栏目", "/console/columns", Permissions.ManageSite, 300, "栏目的名称、次序和内容；久未更新的栏目。"));
        services.AddSingleton(new ConsoleLink("导航", "/console/navigation", Permissions.ManageSite, 310, "主导航和页脚导航。"));
        services.AddSingleton(new ConsoleLink("分类法", "/console/taxonomies", Permissions.ManageSite, 320, "主题分类、公开类别、公文种类和地区。"));
        return services;
    }
}
