using System.Threading.RateLimiting;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Content.Writing;

/// <summary>Hands items out as Word and PDF files: published ones to everybody, the latest version to staff who see it.</summary>
public static class ExportEndpoints
{
    private const string Limit = "content-exports";
    private const int FilesPerMinute = 30;

    /// <summary>The address of a published item's file, below the portal's root.</summary>
    public static string PathOf(string itemId, ExportKind kind) => $"/documents/export/{itemId}.{kind.Name}";

    /// <summary>Maps the addresses.</summary>
    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/documents/export/{id}.{kind:regex(^(docx|pdf)$)}", PublishedAsync).RequireRateLimiting(Limit);
        endpoints.MapGet("/console/content/{id}/export.{kind:regex(^(docx|pdf)$)}", LatestAsync).RequireAuthorization(Permissions.OpenConsole);
        return endpoints;
    }

    /// <summary>How many files one address may fetch in a minute; printing takes a browser's time.</summary>
    internal static IServiceCollection AddExportLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = FilesPerMinute, Window = TimeSpan.FromMinutes(1) })));

    private static async Task<IResult> PublishedAsync(
        string id, string kind, IContentStore store, ExportCache cache, ItemExport export, HttpContext http, ILogger<ItemExport> log, CancellationToken cancellation)
    {
        if (await store.PublishedAsync(id, cancellation) is not { } version)
        {
            return Results.NotFound();
        }

        var wanted = ExportKind.Of(kind)!;
        http.Response.Headers.CacheControl = "public, max-age=300";
        return await AnswerAsync(
            http, version, wanted, log, () => cache.GetAsync(version, wanted, () => export.WriteAsync(version, wanted, cancellation), cancellation));
    }

    private static async Task<IResult> LatestAsync(
        string id, string kind, IContentStore store, ContentAccess access, ItemExport export, HttpContext http, ILogger<ItemExport> log, CancellationToken cancellation)
    {
        if (await store.LatestAsync(id, cancellation) is not { } version
            || !await access.MaySeeUnpublishedAsync(http.User, version.Item.AgencyId, cancellation))
        {
            return Results.NotFound();
        }

        var wanted = ExportKind.Of(kind)!;
        http.Response.Headers.CacheControl = "private, no-store";
        return await AnswerAsync(http, version, wanted, log, () => export.WriteAsync(version, wanted, cancellation));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, ContentVersion version, ExportKind kind, ILogger log, Func<Task<byte[]?>> write)
    {
        try
        {
            return await write() is { } bytes
                ? Results.File(bytes, kind.ContentType, $"{NameOf(version.DisplayText)}.{kind.Name}", entityTag: new EntityTagHeaderValue($"\"{version.Id:N}-{kind.Name}\""))
                : Results.NotFound();
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "PDF of {Item} was not printed: {Reason}", version.ItemId, fault.Message);
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string NameOf(string title) =>
        string.Concat(title.Where(c => char.IsLetterOrDigit(c) || c is '（' or '）' or '〔' or '〕' or '-')) is { Length: > 0 } name ? name[..Math.Min(name.Length, 80)] : "文件";
}
