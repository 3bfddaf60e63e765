using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.WithheldInformation.Components;

/// <summary>On the work list: what of the register of what is not disclosed is to be reviewed, a line; nothing where nothing is.</summary>
public sealed class WithheldDueViewComponent(WithheldList list, RequestAccess access) : ViewComponent
{
    private static readonly WithheldView[] s_told = [WithheldView.Late, WithheldView.Due, WithheldView.Soon, WithheldView.Decision, WithheldView.Unpublished];

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var counts = await list.CountAsync(await access.VisibleAsync(UserClaimsPrincipal, cancellation), await list.DaysAsync(cancellation), s_told, cancellation);
        var told = s_told.Where(view => counts[view.Key] > 0).Select(view => (View: view, Count: WorkList.CountText(counts[view.Key]))).ToList();
        return told.Count == 0 ? Content("") : View<IReadOnlyList<(WithheldView View, string Count)>>(told);
    }
}
