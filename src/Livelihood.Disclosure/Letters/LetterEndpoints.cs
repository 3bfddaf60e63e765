using System.Threading.RateLimiting;
using Livelihood.Content.Writing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Register;
using Livelihood.Formats.Pdf;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Letters;

/// <summary>Hands letters out as PDF and Word files: to the office on the record, to the requester those that are addressed to the requester.</summary>
internal static class LetterEndpoints
{
    private const string Limit = "disclosure-letters";
    private const int FilesPerMinute = 30;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/console/disclosure/{number}/letters/{id:guid}.{kind:regex(^(docx|pdf)$)}", ToStaffAsync).RequireAuthorization(Permissions.OpenConsole);
        endpoints.MapGet("/disclosure/requests/mine/letters/{id:guid}.{kind:regex(^(docx|pdf)$)}", ToRequesterAsync).RequireRateLimiting(Limit);
    }

    /// <summary>How many files one address may fetch in a minute; printing takes a browser's time.</summary>
    public static IServiceCollection AddLetterLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = FilesPerMinute, Window = TimeSpan.FromMinutes(1) })));

    private static async Task<IResult> ToStaffAsync(
        string number, Guid id, string kind, RequestDesk desk, LetterReading reading, LetterFiles files, HttpContext http, ILogger<LetterFiles> log, CancellationToken cancellation)
    {
        if (await desk.FindAsync(http.User, number, cancellation) is not { } found
            || await reading.FindAsync(found.Details.Request.Id, id, cancellation) is not { } letter)
        {
            return Results.NotFound();
        }

        return LetterReading.MayRead(found.Sources, LetterKinds.Get(letter.Kind))
            ? await AnswerAsync(await reading.ReadByStaffAsync(number, letter, cancellation), letter, found.Details.Request.Matter, ExportKind.Of(kind)!, files, http, log, cancellation)
            : Results.Forbid();
    }

    private static async Task<IResult> ToRequesterAsync(
        Guid id, string kind, RequesterDesk desk, LetterReading reading, LetterFiles files, HttpContext http, ILogger<LetterFiles> log, CancellationToken cancellation)
    {
        if (await desk.FindAsync(http, cancellation) is not { } found)
        {
            return Results.LocalRedirect("~/disclosure/requests/status");
        }

        return await reading.FindAsync(found.Details.Request.Id, id, cancellation) is { } letter && LetterKinds.Get(letter.Kind).To == LetterTo.Requester
            ? await AnswerAsync(await reading.ReadAsync(letter, cancellation), letter, found.Details.Request.Matter, ExportKind.Of(kind)!, files, http, log, cancellation)
            : Results.NotFound();
    }

    private static async Task<IResult> AnswerAsync(
        LetterText? text, LetterRow letter, RequestMatter matter, ExportKind kind, LetterFiles files, HttpContext http, ILogger log, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (text is null)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        try
        {
            return Results.File(await files.WriteAsync(text, kind, cancellation), kind.ContentType, LetterFiles.NameOf(LetterKinds.Get(letter.Kind).NameIn(matter), text.Number, kind));
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "PDF of letter {Letter} was not printed: {Reason}", letter.Id, fault.Message);
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
