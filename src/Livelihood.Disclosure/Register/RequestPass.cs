using System.Globalization;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Disclosure.Register;

/// <summary>
/// Who gave receipt number and query code may see and act on that request for half an hour without giving them again: the
/// number stands encrypted in a cookie, which says nothing to others and is gone with the browser.
/// </summary>
public sealed class RequestPass(IDataProtectionProvider protection, ChinaClock clock)
{
    /// <summary>The cookie's name.</summary>
    public const string Cookie = "livelihood-request";

    private const string Purpose = "Livelihood.Disclosure.RequestPass";
    private const string Path = "/disclosure/requests";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>Gives a pass for a request whose number and code were right.</summary>
    public void Give(HttpContext http, string number)
    {
        var ends = clock.UtcNow.Add(Lasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{ends} {number}"), Options(http));
    }

    /// <summary>The number of the request that the pass is for; null without a good one.</summary>
    public string? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(kept).Split(' ', 2) is [var ends, var number]
                && long.Parse(ends, CultureInfo.InvariantCulture) > clock.UtcNow.ToUnixTimeSeconds() ? number : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the pass back.</summary>
    public void Take(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = http.Request.PathBase + Path,
    };
}
