using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Livelihood.Platform.Forms;

/// <summary>
/// Shows a console page with what the person typed into its form before: after a sign-in in between, or from an
/// autosave. The page itself knows nothing of it.
/// </summary>
public sealed class FormRestoring(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, IEnumerable<IFormSource> sources)
    {
        if (await FindAsync(http, sources) is not { } restored)
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var isPage = http.Response.StatusCode == StatusCodes.Status200OK
            && http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        var bytes = isPage
            ? Encoding.UTF8.GetBytes(FormFilling.Fill(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length), restored, http.Request.Path))
            : page.ToArray();
        http.Response.ContentLength = bytes.Length > 0 ? bytes.Length : null;
        await body.WriteAsync(bytes, http.RequestAborted);
    }

    private static async Task<FormToRestore?> FindAsync(HttpContext http, IEnumerable<IFormSource> sources)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments("/console") || http.User.Identity?.IsAuthenticated != true)
        {
            return null;
        }

        foreach (var source in sources)
        {
            if (http.Request.Query[source.Parameter] is [{ Length: > 0 } value]
                && await source.FindAsync(http, value, http.RequestAborted) is { } restored)
            {
                http.Response.Headers.CacheControl = "no-cache, no-store";
                return restored;
            }
        }

        return null;
    }
}
