using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Platform.Web;

/// <summary>An answer that caches may keep and ask after: with an entity tag of its bytes, and 304 for who has it already.</summary>
/// <param name="body">The bytes.</param>
/// <param name="contentType">Their type.</param>
/// <param name="maxAge">How long it may be shown without asking.</param>
/// <param name="lastModified">When what it shows changed last; null where nobody knows.</param>
/// <param name="isPrivate">Whether it is one person's, so that only this person's own program may keep it.</param>
public sealed class CacheableBody(ReadOnlyMemory<byte> body, string contentType, TimeSpan maxAge, DateTimeOffset? lastModified = null, bool isPrivate = false) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Weak, because the same tag goes with the compressed bytes.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span))[..32]}\"", isWeak: true);
        var headers = httpContext.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new() { Public = !isPrivate, Private = isPrivate, MaxAge = maxAge };
        // To the second, as HTTP has no finer time.
        headers.LastModified = lastModified is { } at ? DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) : null;
        if (IsKnown(httpContext.Request.GetTypedHeaders(), tag, headers.LastModified))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = contentType;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }

    // The same instant and not merely a later one: after a withdrawal the newest thing left is older.
    private static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset? modified) =>
        request.IfNoneMatch.Count > 0
            ? request.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
            : modified is not null && request.IfModifiedSince == modified;
}
