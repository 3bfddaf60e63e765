using System.Security.Cryptography;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Previews;

/// <summary>
/// Opens the files of a version to whoever opened its secret preview: the browser remembers, sealed, which links it
/// opened, and each file asks whether the link is open still and its version uses the file.
/// </summary>
public sealed class PreviewVisits(PortalDbContext db, IDataProtectionProvider protection, ChinaClock clock) : IMediaGrant
{
    private const string Cookie = "livelihood-preview";

    // More previews than anybody reads side by side.
    private const int Remembered = 5;

    private readonly IDataProtector _protector = protection.CreateProtector("Livelihood.PreviewVisits");

    /// <summary>Remembers that the link was opened.</summary>
    public void Remember(HttpContext http, PreviewLink link)
    {
        var ids = Opened(http).Prepend(link.Id).Distinct().Take(Remembered);
        http.Response.Cookies.Append(Cookie, _protector.Protect(string.Join(' ', ids)), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
        });
    }

    /// <inheritdoc />
    public async Task<bool> OpensAsync(HttpContext http, MediaFile file, CancellationToken cancellation)
    {
        var ids = Opened(http);
        if (ids.Count == 0)
        {
            return false;
        }

        var now = clock.UtcNow;
        var versions = await db.Set<PreviewLink>().AsNoTracking().Where(l => ids.Contains(l.Id) && l.EndsUtc > now && l.Version.Item.AgencyId == file.AgencyId)
            .Select(l => l.Version.Data).ToListAsync(cancellation);
        return versions.Exists(data => MediaReferences.In(ContentData.Parse(data)).Any(r => r.Path == file.Path));
    }

    private List<Guid> Opened(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } value)
        {
            return [];
        }

        try
        {
            return [.. _protector.Unprotect(value).Split(' ').Select(Guid.Parse)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
