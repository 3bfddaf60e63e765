using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Gazettes.Composing;

/// <summary>Registers what composes new issues.</summary>
internal static class ComposingRegistration
{
    public static void AddComposing(this IServiceCollection services)
    {
        services.AddScoped(s => s.GetRequiredService<IConfiguration>().GetSection(PageNumbering.Section).Get<PageNumbering>() ?? new());
    }
}
