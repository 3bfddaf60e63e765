using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Platform.Forms;

/// <summary>
/// Remembers in the browser, sealed, who signed in last. It opens nothing; it only tells whose form it is that arrives
/// after the session has ended. Forms sent by other sites do not carry it (SameSite).
/// </summary>
public sealed class LastAccount(IDataProtectionProvider protection)
{
    private const string Cookie = "livelihood-last";

    private readonly IDataProtector _protector = protection.CreateProtector("Livelihood.LastAccount");

    /// <summary>Remembers an account until the browser is closed.</summary>
    public void Remember(HttpContext http, Guid account) => http.Response.Cookies.Append(Cookie, _protector.Protect(account.ToString()), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
    });

    /// <summary>The account that signed in last with this browser, or null.</summary>
    public Guid? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return Guid.Parse(_protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
