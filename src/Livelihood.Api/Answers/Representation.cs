using System.Text.Json;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Api.Answers;

/// <summary>An answer as JSON, or a list as CSV where the reader asks for that; both can be kept and asked after.</summary>
internal static class Representation
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    public static CacheableBody Json<T>(HttpContext http, T value)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        return new(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options), "application/json; charset=utf-8", MaxAge);
    }

    /// <summary>A list in the form that was asked for.</summary>
    /// <param name="http">The request, whose query <c>format</c> goes before its header Accept.</param>
    /// <param name="list">The list with what belongs to it, as JSON has it.</param>
    /// <param name="rows">The list's rows.</param>
    /// <param name="columns">The rows' columns, for CSV.</param>
    public static IResult List<TList, TRow>(HttpContext http, TList list, IEnumerable<TRow> rows, IReadOnlyList<CsvColumn<TRow>> columns)
    {
        string? format = http.Request.Query["format"];
        if (format is not (null or "" or "json" or "csv"))
        {
            return ApiProblem.BadRequest(new Dictionary<string, string[]> { ["format"] = [$"没有“{format}”这种格式。可以用 json 或者 csv。"] }).Answer();
        }

        if (format != "csv" && (format == "json" || !PrefersCsv(http.Request)))
        {
            return Json(http, list);
        }

        http.Response.Headers.Vary = HeaderNames.Accept;
        http.Response.Headers.ContentDisposition = "attachment; filename=\"" + http.Request.Path.Value!.Split('/')[^1] + ".csv\"";
        return new CacheableBody(CsvTable.Write(columns, rows), CsvTable.ContentType, MaxAge);
    }

    private static bool PrefersCsv(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1)
            .FirstOrDefault(a => a.MediaType.Value is "text/csv" or "application/json" or "application/*" or "*/*")?.MediaType.Value == "text/csv";
}
