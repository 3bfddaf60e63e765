using Livelihood.Content.Access;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media;

/// <summary>Who may have a file.</summary>
public enum MediaVisibility
{
    /// <summary>Nobody who asks like this; it looks as if it were not there.</summary>
    None,

    /// <summary>This person; nobody else may keep a copy.</summary>
    Private,

    /// <summary>Everybody.</summary>
    Public,
}

/// <summary>
/// The one rule of who gets a file: everybody where it is the site's or a published item of its agency uses it; otherwise
/// staff who see that agency's drafts, and whoever holds a grant. Nobody while it waits for the scanner.
/// </summary>
public sealed class MediaAccess(PortalDbContext db, ContentAccess content, IEnumerable<IMediaGrant> grants)
{
    /// <summary>Who may have the file that was asked for.</summary>
    public async Task<MediaVisibility> OfAsync(MediaFile file, HttpContext http, CancellationToken cancellation = default)
    {
        if (file.Scan is MediaScan.Waiting or MediaScan.Infected)
        {
            return MediaVisibility.None;
        }

        if (await IsPublicAsync(file, cancellation))
        {
            return MediaVisibility.Public;
        }

        if (await content.MaySeeUnpublishedAsync(http.User, file.AgencyId!, cancellation))
        {
            return MediaVisibility.Private;
        }

        foreach (var grant in grants)
        {
            if (await grant.OpensAsync(http, file, cancellation))
            {
                return MediaVisibility.Private;
            }
        }

        return MediaVisibility.None;
    }

    /// <summary>Whether everybody may have it, apart from the scan.</summary>
    public async Task<bool> IsPublicAsync(MediaFile file, CancellationToken cancellation = default) =>
        file.AgencyId is null || await db.Set<MediaUse>().AnyAsync(u => u.MediaPath == file.Path, cancellation);
}
