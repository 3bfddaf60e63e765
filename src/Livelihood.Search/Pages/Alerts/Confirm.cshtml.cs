using Livelihood.Search.Alerts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Search.Pages.Alerts;

/// <summary>Where a receiver says yes. Opening the link changes nothing: programs that look for viruses in mails open links too.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConfirmModel(IServiceProvider services) : PageModel
{
    /// <summary>The search in words; null where the link is of no use any more.</summary>
    public string? Search { get; private set; }

    public bool IsConfirmed { get; private set; }

    private SearchAlerts Alerts => services.GetRequiredService<SearchAlerts>();

    public async Task OnGetAsync(string? token, CancellationToken cancellation)
    {
        var alert = await Alerts.FindAsync(token, AlertLink.Confirm, cancellation);
        (Search, IsConfirmed) = (alert?.Title, alert?.ConfirmedUtc is not null);
        Response.StatusCode = alert is null ? 410 : 200;
    }

    public async Task OnPostAsync(string? token, CancellationToken cancellation)
    {
        await Alerts.ConfirmAsync(token, cancellation);
        await OnGetAsync(token, cancellation);
    }
}
