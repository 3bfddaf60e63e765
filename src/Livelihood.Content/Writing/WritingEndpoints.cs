using Livelihood.Content.Rendering;
using Livelihood.Formats;
using Livelihood.Formats.Html;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Writing;

/// <summary>What the editor's script asks: how a text will look, and what was pasted as Markdown.</summary>
public static class WritingEndpoints
{
    private const int LongestMarkdown = 2 * 1024 * 1024;

    /// <summary>Maps the addresses; both are for staff who write, and want the form's antiforgery token.</summary>
    public static IEndpointRouteBuilder MapWriting(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/console/content").RequireAuthorization(Permissions.EditContent).AddEndpointFilter(async (context, next) =>
        {
            var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
            return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
        }).DisableAntiforgery();
        group.MapPost("/markdown-preview", async (HttpRequest request, CancellationToken cancellation) =>
        {
            var form = await request.ReadFormAsync(cancellation);
            var markdown = form["markdown"].ToString();
            return markdown.Length > LongestMarkdown
                ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge)
                : Results.Text(MarkdownRenderer.ToHtml(markdown, request.PathBase), "text/html; charset=utf-8");
        });
        group.MapPost("/paste", async (HttpRequest request, CancellationToken cancellation) =>
        {
            var form = await request.ReadFormAsync(cancellation);
            _ = int.TryParse(form["notes"], out var notes);
            try
            {
                return Results.Json(HtmlToMarkdown.Convert(form["html"].ToString(), Math.Clamp(notes, 0, 9999)));
            }
            catch (UnreadableDocumentException refusal)
            {
                return Results.Json(new PastedText("", [refusal.Message]), statusCode: StatusCodes.Status422UnprocessableEntity);
            }
        });
        return endpoints;
    }
}
