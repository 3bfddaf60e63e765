using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Fees;

/// <summary>Edits the tables of the processing fee: shows what people would pay, and saves them as a new version from a day on.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class IndexModel(FeeStandards standards, ActorNames names, ChinaClock clock) : PageModel
{
    [BindProperty]
    public FeeForm Input { get; set; } = new();

    /// <summary>The version in force today.</summary>
    public FeeVersion InForce { get; private set; } = null!;

    public IReadOnlyList<(FeeStandardRow Version, string By)> Versions { get; private set; } = [];

    /// <summary>What people would pay; null while nothing is previewed.</summary>
    public IReadOnlyList<FeeExample>? Examples { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = FeeForm.Of(Versions.Count > 0 ? FeeStandards.Read(Versions[0].Version.Standard) : InForce.Standard, Last, clock.Today);
    }

    /// <summary>Shows what people would pay by what was typed.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Read() is { } standard && !Refuse(FeeStandardCheck.Objections(standard)))
        {
            Examples = FeeExamples.Of(InForce.Standard, standard);
        }

        return Page();
    }

    /// <summary>Offers more rows; nothing typed is lost.</summary>
    public async Task OnPostMoreAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Clear();
        Input.AddRows();
    }

    /// <summary>Saves a new version.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var standard = Read();
        if (!DateText.TryRead(Input.EffectiveOn?.Trim() ?? "", out var effectiveOn))
        {
            Mistake(nameof(Input.EffectiveOn), $"生效日期{DateText.Problem}");
            Refuse(standard is null ? [] : FeeStandardCheck.Objections(standard)); // all that is wrong is told in one round
        }

        if (standard is null || !ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await standards.SaveAsync(Input.BasedOn, standard, effectiveOn, cancellation);
        }
        catch (VersionRefusedException refused)
        {
            Refuse(refused.Objections);
            return Page();
        }
        catch (VersionChangedException changed)
        {
            await LoadAsync(cancellation);
            ModelState.Clear();
            ModelState.AddModelError("", changed.Message);
            (Input.BasedOn, Response.StatusCode) = (Last, StatusCodes.Status409Conflict);
            return Page();
        }

        TempData["Notice"] = $"已保存新的一版，{Wording.Day(effectiveOn)}起的收费通知按它计算。";
        return RedirectToPage("/Fees/Index", new { area = "Console" });
    }

    private int Last => Versions.Count > 0 ? Versions[0].Version.Version : 0;

    private FeeStandard? Read()
    {
        ModelState.Clear();
        return Input.Read(Mistake);
    }

    private void Mistake(string field, string message) => ModelState.AddModelError($"{nameof(Input)}.{field}", message);

    private bool Refuse(IReadOnlyList<(string Part, string Message)> objections)
    {
        foreach (var (part, message) in objections)
        {
            Mistake(part switch
            {
                nameof(FeeStandard.Requests) => "Requests[0].UpTo",
                nameof(FeeStandard.Pages) => "Pages[0].UpTo",
                nameof(FeeStandard.Steps) => nameof(Input.StepSize),
                _ => part,
            }, message);
        }

        return objections.Count > 0;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var versions = await standards.VersionsAsync(cancellation);
        Versions = await names.NameAsync(versions, version => version.Actor, cancellation);
        InForce = FeeStandards.BookOf(versions).On(clock.Today);
    }
}
