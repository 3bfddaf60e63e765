using Microsoft.AspNetCore.Http;

namespace Livelihood.Content.Media;

/// <summary>A further way to a file that is not public, such as a preview link. Asked after the public rule and the staff rule said no.</summary>
public interface IMediaGrant
{
    /// <summary>Whether this request may have the file.</summary>
    Task<bool> OpensAsync(HttpContext http, MediaFile file, CancellationToken cancellation);
}
