using Livelihood.Disclosure.Jobs;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Figures;

/// <summary>Registers public figures.</summary>
internal static class FiguresRegistration
{
    public static IServiceCollection AddPublicFigures(this IServiceCollection services) => services
        .AddSingleton<IModelPart, FiguresIndexes>()
        .AddSingleton<FiguresMemory>()
        .AddScoped<FiguresQuery>()
        .AddScoped<FiguresBackfill>()
        .AddAtStart<FiguresBackfill>("figures of those that had ended", (backfill, stop) => backfill.RunAsync(stop))
        .AddSingleton(new SitemapPage("/disclosure/figures"));
}
