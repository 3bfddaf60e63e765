using Livelihood.Api.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Livelihood.Api;

/// <summary>Tells programs of a fault in their own form; people get a page.</summary>
internal sealed class ApiFaults(ILogger<ApiFaults> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(fault, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            return new ApiProblem(
                StatusCodes.Status500InternalServerError, "系统出现了问题",
                $"问题已经记录，请稍后重试。反映问题时请说明编号 {http.TraceIdentifier}。").Answer();
        }
    }
}
