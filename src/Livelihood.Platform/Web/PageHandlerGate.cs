using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Livelihood.Platform.Web;

/// <summary>
/// What a page cannot do is not there. Without this, a form sent to a page that has no handler for it would show the page
/// before anything was read or anybody was asked for rights.
/// </summary>
public sealed class PageHandlerGate : IPageFilter
{
    /// <inheritdoc />
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <inheritdoc />
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var (method, features) = (context.HttpContext.Request.Method, context.HttpContext.Features);

        // The pages of faults are shown for whatever was asked.
        var isFault = features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null;
        if (context.HandlerMethod is null && !isFault && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Result = new NotFoundResult();
        }
    }

    /// <inheritdoc />
    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
