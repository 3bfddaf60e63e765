using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport;

/// <summary>The addresses of the pages that the portal has, asked of the portal itself, so that no test forgets a new one.</summary>
public static class PageRoutes
{
    /// <summary>Pages that need no parameter and no account.</summary>
    public static IReadOnlyList<string> PublicPages(this PortalHost host) => host.Pages(e => e.Metadata.GetMetadata<IAuthorizeData>() is null);

    /// <summary>Pages that need no parameter, for staff.</summary>
    public static IReadOnlyList<string> StaffPages(this PortalHost host) => host.Pages(e => e.Metadata.GetMetadata<IAuthorizeData>() is not null);

    private static List<string> Pages(this PortalHost host, Func<RouteEndpoint, bool> which) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && which(e))
            .Where(e => e.RoutePattern.Parameters.All(p => p.IsOptional || p.Default is not null))
            .Select(e => "/" + e.RoutePattern.RawText!.Split('{')[0].Trim('/'))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
