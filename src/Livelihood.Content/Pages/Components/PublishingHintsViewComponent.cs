using Livelihood.Content.Columns;
using Livelihood.Content.Navigation;
using Livelihood.Content.Publication;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Content.Pages.Components;

/// <summary>On the console's first page: stale columns for who manages the site, late publications for who publishes.</summary>
public sealed class PublishingHintsViewComponent(SiteStructures structures, StaleColumns stale, LatePublications late) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var (person, cancellation) = (UserClaimsPrincipal, HttpContext.RequestAborted);
        var columns = StaffAccess.May(person, Permissions.ManageSite)
            ? await stale.OfAsync((await structures.CurrentAsync(cancellation)).Columns, cancellation)
            : [];
        var publications = StaffAccess.May(person, Permissions.PublishContent) ? await late.OfAsync(person, cancellation) : [];
        return View(new PublishingHints(columns, publications));
    }
}

/// <summary>What the view shows.</summary>
/// <param name="Columns">Stale and empty columns.</param>
/// <param name="Publications">Late publications, newest first.</param>
public sealed record PublishingHints(IReadOnlyList<StaleColumn> Columns, IReadOnlyList<LatePublication> Publications);
