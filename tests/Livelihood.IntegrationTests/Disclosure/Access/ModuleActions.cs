using System.Reflection;
using System.Text.RegularExpressions;
using Livelihood.Disclosure;
using Livelihood.Platform.Pages.Citizen;
using Livelihood.TestSupport;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.IntegrationTests.Disclosure.Access;

/// <summary>What can be asked of the module, read from the portal's own routing: every page handler and every other endpoint.</summary>
internal static partial class ModuleActions
{
    /// <summary>The actions of the disclosure module and of citizens' accounts, such as <c>POST /console/disclosure/{number}?handler=Unmask</c>.</summary>
    public static async Task<IReadOnlySet<string>> OfAsync(PortalHost host)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var actions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = Plain("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                if (IsCovered(loaded.ModelTypeInfo!))
                {
                    actions.Add($"GET {path}"); // a page without a handler is shown all the same
                    actions.UnionWith(loaded.HandlerMethods.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {path}{(handler.Name is { } name ? $"?handler={name}" : "")}"));
                }
            }
            else if (endpoint.Metadata.GetMetadata<MethodInfo>() is { } method && IsCovered(method.DeclaringType!.GetTypeInfo()))
            {
                actions.UnionWith(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(verb => $"{verb} {path}"));
            }
        }

        return actions;
    }

    /// <summary>A path whose parameters have neither constraints nor values.</summary>
    public static string Plain(string path) => Parameter().Replace(path, "{${name}}");

    private static bool IsCovered(TypeInfo type) => type.Assembly == typeof(DisclosureModule).Assembly || type.Namespace == typeof(SettingsModel).Namespace;

    // A constraint can hold braces' neighbours, such as a regular expression, but no brace.
    [GeneratedRegex(@"\{(?<name>\w+)[^{}]*\}", RegexOptions.ExplicitCapture)]
    public static partial Regex Parameter();
}
