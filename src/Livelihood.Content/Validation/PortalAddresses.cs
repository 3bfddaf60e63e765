using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Validation;

/// <summary>
/// The addresses of the portal's own pages, as its endpoints say, whichever modules there are. An item there would never
/// be seen.
/// </summary>
public sealed class PortalAddresses(IServiceProvider services)
{
    /// <summary>Whether a page of the portal answers at this address, or it lies among the pages for staff.</summary>
    public bool Has(string path) => Own().Any(e => Answers(e, path) || IsAreaOf(e, path));

    private bool Answers(RouteEndpoint endpoint, string path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, values)
            && endpoint.RoutePattern.ParameterPolicies.All(policies => policies.Value.All(policy => Allows(policies.Key, policy, values)));
    }

    private bool Allows(string parameter, RoutePatternParameterPolicyReference policy, RouteValueDictionary values) =>
        services.GetRequiredService<ParameterPolicyFactory>().Create(null, policy) is not IRouteConstraint constraint
        || constraint.Match(null, null, parameter, values, RouteDirection.IncomingRequest);

    private static bool IsAreaOf(RouteEndpoint endpoint, string path) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName is not null
        && endpoint.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..]
        && (path + "/").StartsWith($"/{first.Content}/", StringComparison.OrdinalIgnoreCase);

    // Without the page of any item: it answers at every address.
    private IEnumerable<RouteEndpoint> Own() => services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.PathSegments is not [{ Parts: [RoutePatternParameterPart { IsCatchAll: true }] }, ..]);
}
