using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Content.Media;

/// <summary>Hands out media files under <c>/media/…</c>.</summary>
public static class MediaEndpoint
{
    /// <summary>Maps the address.</summary>
    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/media/{**path}", async (string path, PortalDbContext db, IFileStore files, HttpResponse response, CancellationToken cancellation) =>
        {
            var file = await db.Set<MediaFile>().AsNoTracking().FirstOrDefaultAsync(m => m.Path == path, cancellation);
            if (file is null || MediaKind.Of(path) is not { } kind || files.Open(file.FileHash) is not { } content)
            {
                return Results.NotFound();
            }

            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.CacheControl = "public, max-age=300";
            return Results.Stream(
                content,
                kind.ContentType,
                kind.Inline ? null : System.IO.Path.GetFileName(path),
                entityTag: new EntityTagHeaderValue($"\"{file.FileHash}\""),
                enableRangeProcessing: true);
        });
        return endpoints;
    }
}
