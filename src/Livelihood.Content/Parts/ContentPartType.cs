using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Parts;

/// <summary>A part that code knows, so that a recipe may use it and its data can be checked.</summary>
/// <param name="Type">The record; its name is the part's name.</param>
public sealed record ContentPartType(Type Type)
{
    /// <summary>The part's name in definitions and data.</summary>
    public string Name => Type.Name;
}

/// <summary>Registers parts.</summary>
public static class ContentPartRegistration
{
    /// <summary>Makes a part known, once. Its view, if it has one, is <c>Pages/Shared/Parts/{Name}.cshtml</c>.</summary>
    public static IServiceCollection AddContentPart<T>(this IServiceCollection services)
        where T : class => services.Any(s => s.ImplementationInstance is ContentPartType part && part.Type == typeof(T))
            ? services
            : services.AddSingleton(new ContentPartType(typeof(T)));
}
