using Microsoft.AspNetCore.Http;

namespace Livelihood.Disclosure.Pages;

/// <summary>Keeps answers with a query code or personal data out of every cache.</summary>
internal static class Storing
{
    /// <summary>Forbids storing; set last, as the antiforgery token of a form writes a weaker header of its own.</summary>
    public static void ForbidStoring(this HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    });
}
