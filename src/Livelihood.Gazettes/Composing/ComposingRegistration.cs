using Livelihood.Content.Publication;
using Livelihood.Content.Workflow;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Gazettes.Composing;

/// <summary>Registers what composes new issues.</summary>
internal static class ComposingRegistration
{
    public static void AddComposing(this IServiceCollection services)
    {
        services.AddScoped(s => s.GetRequiredService<IConfiguration>().GetSection(PageNumbering.Section).Get<PageNumbering>() ?? new());
        services.AddScoped<IssueSequence>();
        services.AddScoped<IssueBeginning>();
        services.AddScoped<PrintableDocuments>();
        services.AddScoped<IssueComposer>();
        services.AddScoped<IssueFactsQuery>();
        services.AddScoped<IssueFindings>();
        services.AddScoped<IPublicationCheck, ComposedIssueCheck>();
        services.AddScoped<IContentHandler, IssuePublication>();
    }
}
