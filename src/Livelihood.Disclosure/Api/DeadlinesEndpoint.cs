using System.Text;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Calculator;
using Livelihood.Platform.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Livelihood.Disclosure.Api;

/// <summary>
/// The calculator for programs (R-CALC). A JSON object is one question with one answer; <c>application/x-ndjson</c> holds a
/// question a line and gets an answer a line, in the same order.
/// </summary>
public static class DeadlinesEndpoint
{
    /// <summary>Where it is, below the portal's root.</summary>
    public const string Path = "/api/v1/deadlines";

    private const string Lines = "application/x-ndjson";
    private const int LargestQuestion = 64 * 1024;
    private const int LargestBody = 4 * 1024 * 1024;

    internal static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, AnswerAsync)
        .WithMetadata(new SkipStatusCodePagesAttribute(), new RequestSizeLimitAttribute(LargestBody))
        .RequireRateLimiting(DisclosureLimits.Calculations)
        .WithName("computeDeadline").WithTags("期限计算")
        .WithSummary("计算答复期限")
        .WithDescription("给出收到申请的日期和以后的事项，得到答复期限和逐步的计算过程，与本平台登记簿用的是同一套计算。每个事项有种类 kind 和日期 on；种类：" + DeadlineQuestion.Description + "。日期写成 2026-02-05 的样子。请求为 application/x-ndjson 时，一行一个问题，一行一个回答。")
        .Accepts<DeadlineQuestion>("application/json", Lines)
        .Produces<DeadlineAnswer>(StatusCodes.Status200OK, "application/json", Lines)
        .Produces<DeadlineRefusal>(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AnswerAsync(HttpContext http, IWorkingDayCalendars calendars, CancellationToken cancellation)
    {
        var calendar = await calendars.CurrentAsync(cancellation);
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.ContentType?.StartsWith(Lines, StringComparison.OrdinalIgnoreCase) == true)
        {
            await AnswerLinesAsync(http, calendar, cancellation);
            return Results.Empty;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var buffer = new char[LargestQuestion + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellation);
        if (length > LargestQuestion)
        {
            return Refused(new("读不懂这个问题：太长了。许多问题请用 application/x-ndjson，一行一个。", Rules.Calculator), StatusCodes.Status413PayloadTooLarge);
        }

        return DeadlineCalculator.TryAnswer(new string(buffer, 0, length), calendar, out var answer, out var refusal)
            ? Results.Json(answer, EventJson.Options)
            : Refused(refusal!, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task AnswerLinesAsync(HttpContext http, WorkingDayCalendar calendar, CancellationToken cancellation)
    {
        http.Response.ContentType = Lines + "; charset=utf-8";
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            await writer.WriteLineAsync(DeadlineCalculator.AnswerJson(line, calendar).AsMemory(), cancellation);
        }
    }

    private static IResult Refused(DeadlineRefusal refusal, int status) => Results.Json(refusal, EventJson.Options, statusCode: status);
}
