using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Livelihood.Content.Pages;

/// <summary>Lets browsers and proxies keep pages that are the same for everybody, for a minute.</summary>
public static class PublicCaching
{
    /// <summary>Marks the answer; staff, and whoever is about to be shown a notice, always get a fresh one.</summary>
    public static void Allow(HttpContext http) => http.Response.Headers.CacheControl =
        http.User.Identity?.IsAuthenticated == true || http.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName)
            ? "private, no-cache"
            : "public, max-age=60";
}
