using System.Globalization;
using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Versions;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Text;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>How long after a decision or a review what is not disclosed is reviewed again: a new version from a day on .</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class TimesModel(ReviewTimes times, ActorNames names, ChinaClock clock) : PageModel
{
    /// <summary>The months, as typed.</summary>
    [BindProperty]
    public string? Months { get; set; }

    /// <summary>The first day, as typed.</summary>
    [BindProperty]
    public string? EffectiveOn { get; set; }

    /// <summary>The last version when the page was opened.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public ReviewTime InForce { get; private set; } = ReviewTime.Delivered;

    public IReadOnlyList<(ReviewTimeRow Version, string By)> Versions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Months, EffectiveOn, BasedOn) = (InForce.Months.ToString(CultureInfo.InvariantCulture), clock.Today.ToString("yyyy-MM-dd"), Last);
    }

    /// <summary>Saves a new version.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Clear();
        var isNumber = int.TryParse(HalfWidth.Of(Months ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months);
        if (!DateText.TryRead(EffectiveOn ?? "", out var effectiveOn))
        {
            ModelState.AddModelError(nameof(EffectiveOn), $"生效日期{DateText.Problem}");
            effectiveOn = clock.Today;
        }

        if (!isNumber || months is < 1 or > ReviewTime.MostMonths)
        {
            ModelState.AddModelError(nameof(Months), $"请填写1至{ReviewTime.MostMonths}的整数，例如12");
        }

        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await times.SaveAsync(BasedOn, months, effectiveOn, cancellation);
        }
        catch (VersionRefusedException refused)
        {
            foreach (var (field, message) in refused.Objections)
            {
                ModelState.AddModelError(field, message);
            }

            return Again(StatusCodes.Status422UnprocessableEntity);
        }
        catch (VersionChangedException changed)
        {
            await LoadAsync(cancellation);
            ModelState.AddModelError("", changed.Message);
            BasedOn = Last;
            return Again(StatusCodes.Status409Conflict);
        }

        TempData["Notice"] = $"已保存：{Wording.Day(effectiveOn)}起的决定和评估，{new ReviewTime(BasedOn + 1, months).Text}。";
        return RedirectToPage("/Withheld/Times", new { area = "Console" });
    }

    private int Last => Versions.Count > 0 ? Versions[0].Version.Version : 0;

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        InForce = await times.InForceAsync(clock.Today, cancellation);
        Versions = await names.NameAsync(await times.VersionsAsync(cancellation), version => version.Actor, cancellation);
    }
}
