using Microsoft.Extensions.Configuration;

namespace Livelihood.Theme.Civic;

/// <summary>
/// Who publishes the portal, as header and footer say it. Read from the configuration section <c>Portal</c>;
/// what has no default and is not configured is left out of the page. The items are those that inspectors of
/// government websites look for (国办秘函〔2019〕19号).
/// </summary>
public sealed record PortalIdentity
{
    /// <summary>The portal's name, in the header and after every page's title.</summary>
    public required string Name { get; init; }

    /// <summary>The government that is responsible for the portal (主办单位).</summary>
    public required string GovernmentName { get; init; }

    /// <summary>The address of the government's main website, of which this portal is a section.</summary>
    public string? GovernmentUrl { get; init; }

    /// <summary>The government website's identification code (网站标识码), ten digits.</summary>
    public string? SiteIdCode { get; init; }

    /// <summary>The website's domain name, for the meta tag SiteDomain.</summary>
    public string? SiteDomain { get; init; }

    /// <summary>The number of the ICP record (ICP备案号).</summary>
    public string? IcpNumber { get; init; }

    /// <summary>The number of the public security record (公安备案号).</summary>
    public string? PublicSecurityNumber { get; init; }

    /// <summary>The telephone number for questions and complaints about the portal.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Reads the identity from the section <c>Portal</c>; never throws.</summary>
    public static PortalIdentity From(IConfiguration configuration)
    {
        var portal = configuration.GetSection("Portal");
        var government = Text("GovernmentName") ?? "人民政府";
        return new PortalIdentity
        {
            Name = Text("Name") ?? government + "信息公开",
            GovernmentName = government,
            GovernmentUrl = Text("GovernmentUrl"),
            SiteIdCode = Text("SiteIdCode"),
            SiteDomain = Text("SiteDomain"),
            IcpNumber = Text("IcpNumber"),
            PublicSecurityNumber = Text("PublicSecurityNumber"),
            ContactPhone = Text("ContactPhone"),
        };

        string? Text(string key) => string.IsNullOrWhiteSpace(portal[key]) ? null : portal[key]!.Trim();
    }
}
