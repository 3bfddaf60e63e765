using System.Threading.RateLimiting;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Gazettes.Edition;

/// <summary>
/// Hands out editions: the one of what is published now to everybody, every one to staff who see the issue, and to them a proof of
/// what is not published yet.
/// </summary>
public static class EditionEndpoints
{
    private const string Limit = "gazette-editions";
    private const int FilesPerMinute = 30;
    private const string Kinds = "{kind:regex(^(pdf|docx|zip)$)}";

    /// <summary>The address of an issue's file that always leads to the present one, below the portal's root.</summary>
    public static string PathOf(GazetteIssuePart issue, EditionFile file) => $"{GazetteIssuePart.PathOf(issue.Year, issue.Number)}/edition.{file.Ending}";

    /// <summary>The address of these very bytes, below the portal's root.</summary>
    public static string LastingPathOf(GazetteIssuePart issue, EditionFile file) =>
        $"{GazetteIssuePart.PathOf(issue.Year, issue.Number)}/edition-{file.Hash[..EditionFile.MarkLength]}.{file.Ending}";

    /// <summary>The address of a file of any edition, for staff.</summary>
    public static string StaffPathOf(GazetteIssuePart issue, GazetteEdition edition, EditionFile file) =>
        $"/console{GazetteIssuePart.PathOf(issue.Year, issue.Number)}/edition/{edition.Id:N}.{file.Ending}";

    /// <summary>The address of the proof, for staff.</summary>
    public static string ProofPathOf(GazetteIssuePart issue) => $"/console{GazetteIssuePart.PathOf(issue.Year, issue.Number)}/proof.pdf";

    /// <summary>Maps the addresses.</summary>
    public static IEndpointRouteBuilder MapEditions(this IEndpointRouteBuilder endpoints)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        endpoints.MapMethods($"/gazettes/{{year:int}}/{{number:int}}/edition.{Kinds}", reading, PresentAsync).RequireRateLimiting(Limit);
        endpoints.MapMethods($"/gazettes/{{year:int}}/{{number:int}}/edition-{{mark}}.{Kinds}", reading, LastingAsync).RequireRateLimiting(Limit);
        endpoints.MapMethods($"/console/gazettes/{{year:int}}/{{number:int}}/edition/{{id:guid}}.{Kinds}", reading, ForStaffAsync).RequireAuthorization(Permissions.OpenConsole);
        endpoints.MapGet("/console/gazettes/{year:int}/{number:int}/proof.pdf", ProofAsync).RequireAuthorization(Permissions.OpenConsole);
        return endpoints;
    }

    internal static IServiceCollection AddEditionLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = FilesPerMinute, Window = TimeSpan.FromMinutes(1) })));

    private static async Task<IResult> PresentAsync(
        int year, int number, string kind, IContentStore store, EditionQuery editions, HttpContext http, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return await CurrentAsync(year, number, kind, store, editions, cancellation) is { } found
            ? Results.Redirect($"{http.Request.PathBase}{LastingPathOf(found.Issue, found.File)}")
            : Results.NotFound();
    }

    private static async Task<IResult> LastingAsync(
        int year, int number, string mark, string kind, IContentStore store, EditionQuery editions, IFileStore files, HttpContext http, CancellationToken cancellation)
    {
        if (await CurrentAsync(year, number, kind, store, editions, cancellation) is not { } found || found.File.Hash[..EditionFile.MarkLength] != mark)
        {
            return Results.NotFound();
        }

        // The bytes at this address never change; a day, so that what is withdrawn leaves the caches too.
        http.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return Hand(files, found.Issue, found.File);
    }

    private static async Task<IResult> ForStaffAsync(
        int year, int number, Guid id, string kind, PortalDbContext db, ContentAccess access, EditionQuery editions, IFileStore files, HttpContext http, CancellationToken cancellation)
    {
        if (await SeenAsync(year, number, db, access, http, cancellation) is not { } issue
            || EditionFile.KindOf(kind) is not { } wanted || (await editions.FindAsync(issue.ItemId, id, cancellation))?.FileOf(wanted) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Hand(files, issue.Part<GazetteIssuePart>()!, file);
    }

    private static async Task<IResult> ProofAsync(
        int year, int number, PortalDbContext db, ContentAccess access, IssueAssembly assembly, IssuePrinter printer, HttpContext http, ILogger<IssuePrinter> log, CancellationToken cancellation)
    {
        if (await SeenAsync(year, number, db, access, http, cancellation) is not { } version)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        try
        {
            var issue = await assembly.ProofAsync(version, cancellation);
            return Results.File((await printer.PrintAsync(issue.Layout, cancellation)).Pdf, "application/pdf", $"{NameOf(issue.Issue)}校样.pdf");
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "The proof of {Issue} was not printed: {Reason}", version.ItemId, fault.Message);
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<(GazetteIssuePart Issue, EditionFile File)?> CurrentAsync(
        int year, int number, string kind, IContentStore store, EditionQuery editions, CancellationToken cancellation) =>
        await store.PublishedAtAsync(GazetteIssuePart.PathOf(year, number), cancellation) is { } version && version.Part<GazetteIssuePart>() is { } issue
            && EditionFile.KindOf(kind) is { } wanted && (await editions.CurrentAsync(version, cancellation))?.FileOf(wanted) is { } file
            ? (issue, file) : null;

    /// <summary>The issue's latest version, where the person sees it.</summary>
    private static async Task<ContentVersion?> SeenAsync(int year, int number, PortalDbContext db, ContentAccess access, HttpContext http, CancellationToken cancellation)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        var version = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.Latest && v.Item.Path == path, cancellation);
        return version?.Part<GazetteIssuePart>() is not null && await access.MaySeeUnpublishedAsync(http.User, version.Item.AgencyId, cancellation) ? version : null;
    }

    private static IResult Hand(IFileStore files, GazetteIssuePart issue, EditionFile file) => files.Open(file.Hash) is { } content
        ? Results.Stream(content, file.ContentType, $"{NameOf(issue)}.{file.Ending}", entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true)
        : Results.NotFound();

    private static string NameOf(GazetteIssuePart issue) => $"{string.Concat((issue.Gazette ?? "政府公报").Where(char.IsLetterOrDigit))}{issue.Citation()}";
}
