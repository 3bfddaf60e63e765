using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Keeping;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Text;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using System.Globalization;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>How long personal data of requests are kept: seen with what it will delete before it is saved.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class KeepingModel(KeepingRules rules, ActorNames names, ChinaClock clock) : PageModel
{
    /// <summary>The years, as typed.</summary>
    [BindProperty]
    public string? Years { get; set; }

    /// <summary>The first day, as typed.</summary>
    [BindProperty]
    public string? EffectiveOn { get; set; }

    /// <summary>The last version when the page was opened.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public KeepingRule InForce { get; private set; } = KeepingRule.Delivered;

    public int DueNow { get; private set; }

    public IReadOnlyList<(KeepingRuleRow Version, string By)> Versions { get; private set; } = [];

    /// <summary>The rule that waits for its confirmation; null while the form is filled in.</summary>
    public KeepingRule? Checked { get; private set; }

    public DateOnly CheckedFrom { get; private set; }

    /// <summary>How many requests it will concern on its first day.</summary>
    public int DueThen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Years, EffectiveOn, BasedOn) = (InForce.Years.ToString(CultureInfo.InvariantCulture), clock.Today.AddDays(1).ToString("yyyy-MM-dd"), Last);
    }

    /// <summary>From the form to what it would delete, or back with what is wrong.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Read() is { } rule)
        {
            (Checked, DueThen) = (rule, await rules.CountDueAsync(rule, CheckedFrom, cancellation));
        }

        return Page();
    }

    /// <summary>Back to the form; nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Clear();
        return Page();
    }

    /// <summary>Saves the rule.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Read() is not { } rule)
        {
            return Page();
        }

        try
        {
            await rules.SaveAsync(BasedOn, rule.Years, CheckedFrom, cancellation);
        }
        catch (VersionChangedException changed)
        {
            await LoadAsync(cancellation);
            ModelState.Clear();
            ModelState.AddModelError("", changed.Message);
            (BasedOn, Response.StatusCode) = (Last, StatusCodes.Status409Conflict);
            return Page();
        }

        TempData["Notice"] = $"已保存：{Wording.Day(CheckedFrom)}起，{rule.Text}。";
        return RedirectToPage("/Disclosure/Keeping", new { area = "Console" });
    }

    private int Last => Versions.Count > 0 ? Versions[0].Version.Version : 0;

    private KeepingRule? Read()
    {
        ModelState.Clear();
        if (!int.TryParse(HalfWidth.Of(Years ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years > KeepingRule.MostYears)
        {
            ModelState.AddModelError(nameof(Years), $"请填写0至{KeepingRule.MostYears}的整数；0是一直保存");
        }

        if (!DateText.TryRead(EffectiveOn ?? "", out var from))
        {
            ModelState.AddModelError(nameof(EffectiveOn), $"生效日期{DateText.Problem}");
        }
        else if (from <= clock.Today)
        {
            ModelState.AddModelError(nameof(EffectiveOn), $"请填写明天（{Wording.Day(clock.Today.AddDays(1))}）或者以后的日期：删除不能恢复，留一天核对");
        }

        CheckedFrom = from;
        return ModelState.IsValid ? new(Last + 1, years) : null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        InForce = await rules.InForceAsync(clock.Today, cancellation);
        DueNow = await rules.CountDueAsync(InForce, clock.Today, cancellation);
        var versions = await rules.VersionsAsync(cancellation);
        Versions = await names.NameAsync(versions, version => version.Actor, cancellation);
    }
}
