using System.Security.Cryptography;
using System.Text.Json;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Platform.Citizens;

/// <summary>A kind of ticket.</summary>
/// <param name="Cookie">The cookie's name.</param>
/// <param name="Path">Below the path base, where it is sent.</param>
/// <param name="Lasts">How long it is good.</param>
/// <typeparam name="T">What it holds.</typeparam>
public sealed record Ticket<T>(string Cookie, string Path, TimeSpan Lasts)
    where T : class;

/// <summary>
/// What a browser holds between two pages of signing in: sealed, for a short time, read by no script, sent by no form of
/// another site. It binds a step to the browser that took the one before.
/// </summary>
public sealed class CitizenTickets(IDataProtectionProvider protection, ChinaClock clock)
{
    /// <summary>Where citizens' accounts lie.</summary>
    public const string AccountPath = "/account/citizen";

    /// <summary>Gives a ticket; it replaces the one before.</summary>
    public void Give<T>(HttpContext http, Ticket<T> kind, T value)
        where T : class => http.Response.Cookies.Append(
            kind.Cookie, Protector(kind.Cookie).Protect(JsonSerializer.Serialize(new Sealed<T>(clock.UtcNow + kind.Lasts, value))), Options(http, kind.Path));

    /// <summary>What the ticket holds; null without a good one.</summary>
    public T? Read<T>(HttpContext http, Ticket<T> kind)
        where T : class
    {
        if (http.Request.Cookies[kind.Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize<Sealed<T>>(Protector(kind.Cookie).Unprotect(kept));
            return read is not null && read.Until > clock.UtcNow ? read.Value : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes a ticket back.</summary>
    public void Take<T>(HttpContext http, Ticket<T> kind)
        where T : class => http.Response.Cookies.Delete(kind.Cookie, Options(http, kind.Path));

    private IDataProtector Protector(string cookie) => protection.CreateProtector("Livelihood.Citizens.Tickets", cookie);

    // Lax: a provider sends the browser back from another site.
    private static CookieOptions Options(HttpContext http, string path) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = http.Request.PathBase + path,
    };

    private sealed record Sealed<T>(DateTimeOffset Until, T Value);
}
