using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Livelihood.Content.Media;

/// <summary>
/// Lets a page's forms be as large as its files may be. A larger one is read to its end and thrown away, so that the
/// browser shows the page that says so (413) instead of a broken connection.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute, IFilterFactory, IOrderedFilter
{
    /// <summary>How large a whole form may be, in megabytes; 0: as large as the portal's uploads. A page for everybody takes less.</summary>
    public int MostMegabytes { get; init; }

    /// <summary>Before the antiforgery filter (1000), which reads the form.</summary>
    public int Order => 900;

    /// <inheritdoc />
    public bool IsReusable => false;

    /// <inheritdoc />
    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        new Limits(MostMegabytes > 0 ? MostMegabytes * 1024L * 1024 : serviceProvider.GetRequiredService<IOptions<UploadOptions>>().Value.MaxForm);

    private sealed class Limits(long most) : IAsyncAuthorizationFilter
    {
        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            var request = context.HttpContext.Request;
            var isTooLarge = request.ContentLength > most;
            if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = isTooLarge ? null : most;
            }

            if (isTooLarge)
            {
                await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
                context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
                return;
            }

            if (context.HttpContext.Features.Get<IFormFeature>() is not { Form: not null })
            {
                context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = most }));
            }
        }
    }
}
