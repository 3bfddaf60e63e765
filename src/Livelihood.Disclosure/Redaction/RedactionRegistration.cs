using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Redaction;

/// <summary>Registers files for the reply.</summary>
internal static class RedactionRegistration
{
    public static IServiceCollection AddRedaction(this IServiceCollection services) => services
        .AddSingleton<IModelPart, RedactionTables>()
        .AddSingleton<RedactionVault>()
        .AddScoped<RedactionPrint>()
        .AddScoped<ReplyFileReader>()
        .AddScoped<ReplyFileGate>()
        .AddScoped<OriginalDesk>()
        .AddScoped<RedactionDesk>()
        .AddScoped<ReplyFileList>();
}
