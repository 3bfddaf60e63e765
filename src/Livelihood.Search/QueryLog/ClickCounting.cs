using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Search.QueryLog;

/// <summary>
/// Counts that a result was opened, without a script and without an address in between: the document's page was asked for with
/// the words of a search, by a browser that says it comes from this portal's search page.
/// </summary>
internal sealed class ClickCounting : IStartupFilter
{
    private const string SearchPage = "/search";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            await rest(http);
            if (http.Response.StatusCode == StatusCodes.Status200OK && WordsOf(http.Request) is { } words && IsPage(http.Response))
            {
                http.RequestServices.GetRequiredService<AskedQueries>().Clicked(words, http.Connection.RemoteIpAddress?.ToString() ?? "");
            }
        });
        next(app);
    };

    private static string? WordsOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Query["q"] is [{ Length: > 0 } words]
        && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
        && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && from.AbsolutePath == request.PathBase + SearchPage
        && !request.Path.StartsWithSegments(SearchPage)
            ? words
            : null;

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
