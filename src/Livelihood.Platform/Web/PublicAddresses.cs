using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Platform.Web;

/// <summary>What the portal calls its things to the outside: absolute addresses, and ids that do not change when addresses do.</summary>
public sealed class PublicAddresses(IHttpContextAccessor accessor, IConfiguration configuration)
{
    // RFC 4151 wants a day on which the domain was the portal's own; it must never change, or every id would.
    private const string TagDate = "2026";

    /// <summary>The absolute address of a path below the portal's root.</summary>
    /// <param name="path">Begins with a slash, unescaped.</param>
    /// <param name="query">Escaped, with its question mark; empty for none.</param>
    public string Of(string path, string query = "") =>
        UriHelper.BuildAbsolute(Request.Scheme, Request.Host, Request.PathBase, new PathString(path), new QueryString(query));

    /// <summary>The same where there may be no request, as in a job: by the operator's <c>Portal:Address</c>; null where neither says where the portal is.</summary>
    /// <param name="path">Begins with a slash, unescaped.</param>
    /// <param name="query">Escaped, with its question mark; empty for none.</param>
    public string? Find(string path, string query = "") =>
        accessor.HttpContext is not null ? Of(path, query)
        : configuration["Portal:Address"] is { } own && Uri.TryCreate(own.Trim(), UriKind.Absolute, out var root)
            ? UriHelper.BuildAbsolute(root.Scheme, new HostString(root.Authority), new PathString(configuration["Portal:PathBase"]?.TrimEnd('/')), new PathString(path), new QueryString(query))
            : null;

    /// <summary>A tag URI (RFC 4151): the same at every address under which the portal is reached, once <c>Portal:SiteDomain</c> is set.</summary>
    /// <param name="name">Unique within the portal, in characters of a URI, such as an item's id.</param>
    public string TagOf(string name) => $"tag:{Domain},{TagDate}:{name}";

    /// <summary>The domain that ids carry.</summary>
    public string Domain => configuration["Portal:SiteDomain"] is { } domain && !string.IsNullOrWhiteSpace(domain) ? domain.Trim() : Request.Host.Host;

    private HttpRequest Request =>
        accessor.HttpContext?.Request ?? throw new InvalidOperationException("An absolute address needs a request that says where the portal is.");
}
