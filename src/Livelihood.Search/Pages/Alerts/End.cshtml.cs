using Livelihood.Search.Alerts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Search.Pages.Alerts;

/// <summary>
/// Ends a subscription: a person by the button, a mail program by one POST without a page (RFC 8058). The token in the address
/// is the secret that says who may; a program has no antiforgery token to send.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EndModel(IServiceProvider services) : PageModel
{
    /// <summary>The search in words; null where the subscription has ended.</summary>
    public string? Search { get; private set; }

    /// <summary>The link was made by this portal.</summary>
    public bool IsGenuine { get; private set; }

    private SearchAlerts Alerts => services.GetRequiredService<SearchAlerts>();

    public async Task OnGetAsync(string? token, CancellationToken cancellation)
    {
        IsGenuine = Alerts.IsGenuine(token);
        Search = (await Alerts.FindAsync(token, AlertLink.End, cancellation))?.Title;
        Response.StatusCode = IsGenuine ? 200 : 404;
    }

    public async Task OnPostAsync(string? token, CancellationToken cancellation)
    {
        await Alerts.EndAsync(token, cancellation);
        await OnGetAsync(token, cancellation);
    }
}
