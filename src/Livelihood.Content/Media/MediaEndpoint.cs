using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Content.Media;

/// <summary>Hands out files under <c>/media/…</c>, to those whom <see cref="MediaAccess"/> lets have them.</summary>
public static class MediaEndpoint
{
    // Nothing in a file runs, asks, or belongs to this site's origin. Browsers refuse to show a PDF in a sandbox.
    private const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
    private const string PdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

    /// <summary>Maps the address.</summary>
    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);
        return endpoints;
    }

    private static async Task<IResult> ServeAsync(
        string path, string? size, PortalDbContext db, IFileStore files, MediaAccess access, HttpContext http, CancellationToken cancellation)
    {
        var file = await db.Set<MediaFile>().AsNoTracking().FirstOrDefaultAsync(m => m.Path == path, cancellation);
        if (file is null || MediaKind.Named(file.Kind) is not { } kind)
        {
            return Results.NotFound();
        }

        var visibility = await access.OfAsync(file, http, cancellation);
        var hash = size == "small" && file.SmallHash is not null ? file.SmallHash : file.FileHash;
        if (visibility == MediaVisibility.None || files.Open(hash) is not { } content)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = kind == MediaKind.Pdf ? PdfPolicy : Sandbox;
        // An upload is asked for each time, as its item may have been withdrawn; an unchanged one costs a 304.
        headers.CacheControl = visibility == MediaVisibility.Private ? "private, no-store"
            : file.AgencyId is null ? "public, max-age=300" : "public, no-cache";
        var disposition = new ContentDispositionHeaderValue(kind.Inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(
            content, kind.ContentType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
