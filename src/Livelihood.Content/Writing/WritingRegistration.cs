using Livelihood.Formats.Pdf;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Writing;

/// <summary>Registers what writes items as files.</summary>
internal static class WritingRegistration
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddSingleton<IPdfPrinter>(s => new ChromiumPdfPrinter(s.GetRequiredService<IConfiguration>()["Portal:Chromium"]))
        .AddSingleton<PrintResources>()
        .AddSingleton<PrintSheet>()
        .AddSingleton<ExportCache>()
        .AddScoped<DocumentLayouts>()
        .AddScoped<ItemExport>()
        .AddExportLimit();
}
