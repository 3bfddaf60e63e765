using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Figures;

/// <summary>Registers public figures.</summary>
internal static class FiguresRegistration
{
    public static IServiceCollection AddPublicFigures(this IServiceCollection services) => services
        .AddSingleton<IModelPart, FiguresIndexes>()
        .AddScoped<FiguresQuery>()
        .AddScoped<FiguresBackfill>()
        .AddHostedService<FillFiguresAtStart>()
        .AddSingleton(new SitemapPage("/disclosure/figures"));
}
