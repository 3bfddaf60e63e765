using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport;

/// <summary>The addresses of the pages that the portal has, asked of the portal itself, so that no test forgets a new one.</summary>
public static class PageRoutes
{
    /// <summary>Pages that need no parameter and no account.</summary>
    public static IReadOnlyList<string> PublicPages(this PortalHost host) => host.Pages(e => e.Metadata.GetMetadata<IAuthorizeData>() is null);

    /// <summary>Pages that need no parameter, for staff.</summary>
    public static IReadOnlyList<string> StaffPages(this PortalHost host) => host.Pages(e => e.Metadata.GetMetadata<IAuthorizeData>() is not null);

    /// <summary>
    /// What is alike in the addresses of pages of one kind: the page's route and the names of the query. Items, which all
    /// have one route, are told apart by the first part of their address.
    /// </summary>
    public static string KindOf(this PortalHost host, string pathAndQuery)
    {
        var (path, query) = pathAndQuery.Split('?', 2) is [var p, var q] ? (p, q) : (pathAndQuery, "");
        var route = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .OrderBy(e => e.RoutePattern.InboundPrecedence)
            .First(e => new TemplateMatcher(new RouteTemplate(e.RoutePattern), []).TryMatch(path, []));
        var kind = route.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)
            ? "/" + path.Split('/')[1] + "/…"
            : route.RoutePattern.RawText!;
        return kind + "?" + string.Join('&', query.Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    private static List<string> Pages(this PortalHost host, Func<RouteEndpoint, bool> which) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && which(e))
            .Where(e => e.RoutePattern.Parameters.All(p => p.IsOptional || p.Default is not null))
            .Select(e => "/" + e.RoutePattern.RawText!.Split('{')[0].Trim('/'))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
