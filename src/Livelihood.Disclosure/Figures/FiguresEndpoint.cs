using System.ComponentModel;
using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Time;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Livelihood.Disclosure.Figures;

/// <summary>The figures for programs, as JSON or as CSV.</summary>
public static class FiguresEndpoint
{
    /// <summary>Where it is, below the portal's root.</summary>
    public const string Path = "/api/v1/disclosure/figures";

    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(10);

    internal static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, AnswerAsync)
        .WithMetadata(new SkipStatusCodePagesAttribute())
        .WithName("disclosureFigures").WithTags("读取")
        .WithSummary("依申请公开的统计数字")
        .WithDescription("一年里收到、答复、按期答复的件数，从收到到送达的工作日中位数，按机关、按结果，附最近几年。与网页上的数字相同，不含个人信息。")
        .Produces<FiguresAnswer>(StatusCodes.Status200OK, "application/json", "text/csv")
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static async Task<IResult> AnswerAsync(
        [Description("年份；不写的，为今年")] string? year, [Description("机关的编码；不写的，为全部机关")] string? agency, [Description("json 或者 csv；不写的，为 json")] string? format,
        HttpContext http, FiguresQuery figures, ChinaClock clock, CancellationToken cancellation)
    {
        var years = await figures.YearsAsync(cancellation);
        var chosen = string.IsNullOrEmpty(year) ? clock.Today.Year : int.TryParse(year, out var number) ? number : 0;
        agency = string.IsNullOrEmpty(agency) ? null : agency;
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!years.Contains(chosen))
        {
            problems["year"] = [$"没有“{year}”年的数字。可以用的年份：{string.Join("、", years)}。"];
        }

        if (agency is not null && (await figures.AgenciesAsync(cancellation)).All(one => one.Id != agency))
        {
            problems["agency"] = [$"没有编码为“{agency}”、受理申请的机关。全部编码见 /api/v1/agencies。"];
        }

        if (format is not (null or "" or "json" or "csv"))
        {
            problems["format"] = [$"没有“{format}”这种格式。可以用 json 或者 csv。"];
        }

        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems, "请按 errors 里的说明改正参数。", title: "参数不对");
        }

        // Anybody's page may read what is the same for everybody.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var read = await figures.ReadAsync(chosen, agency, cancellation);
        if (format == "csv")
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"disclosure-figures-{chosen}{(agency is null ? "" : "-" + agency)}.csv\"";
            return new CacheableBody(FiguresTable.Write(read), CsvFormat.ContentType, s_maxAge);
        }

        return new CacheableBody(
            JsonSerializer.SerializeToUtf8Bytes(FiguresAnswer.Of(read, years, agency, clock.Today), s_json), "application/json; charset=utf-8", s_maxAge);
    }

    // Nulls are written: a number that is not told is not a number that is missing.
    private static readonly JsonSerializerOptions s_json = new(EventJson.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };
}
