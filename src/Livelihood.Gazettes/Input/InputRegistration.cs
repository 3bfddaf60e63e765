using Livelihood.Content.Media;
using Livelihood.Gazettes.Input.Batch;
using Livelihood.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Gazettes.Input;

/// <summary>From files to the text of issues, one file or many.</summary>
internal static class InputRegistration
{
    public static IServiceCollection AddInput(this IServiceCollection services)
    {
        services.AddSingleton<PdfIssueReader>();
        services.AddSingleton<GazetteFileReader>();
        services.AddScoped<GazetteSources>();
        services.AddScoped<IStoredFileUse>(s => s.GetRequiredService<GazetteSources>());
        services.AddSingleton<BatchImport>();
        services.AddSingleton<BatchUploads>();
        return services.AddWork<ImportGazettesWork>();
    }
}
