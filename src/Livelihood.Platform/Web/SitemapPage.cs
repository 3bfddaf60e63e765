namespace Livelihood.Platform.Web;

/// <summary>A fixed public page that search engines are told of, registered by the module whose page it is.</summary>
/// <param name="Path">Below the portal's root, such as <c>/gazettes</c>.</param>
public sealed record SitemapPage(string Path);
