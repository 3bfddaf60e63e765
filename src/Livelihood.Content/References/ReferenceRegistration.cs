using Livelihood.Content.Pages;
using Livelihood.Content.Publication;
using Livelihood.Content.Relations;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.References;

/// <summary>What texts refer to, and what else stands around a document on its page.</summary>
internal static class ReferenceRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReferences(this IServiceCollection services)
    {
        services.AddScoped<IContentHandler, ReferenceIndex>();
        services.AddScoped<ReferenceTargets>();
        services.AddScoped<CitingDocuments>();
        services.AddScoped<ValidityMarks>();
        services.AddScoped<ItemSurroundingsQuery>();
        return services.AddScoped(s => new ReferenceRebuild(s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<IPublishedContents>()));
    }
}
