using Livelihood.Content.Editing;
using Livelihood.Content.Writing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.Versions;
using Livelihood.Formats.Pdf;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Letters;

/// <summary>Edits a text of the letters: previews it, and saves it as a new version from a day on.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class EditModel(
    Wordings wordings, TemplatePreview previews, LetterFiles files, IAgencyDirectory agencies, ActorNames names, ChinaClock clock) : PageModel
{
    /// <summary>Which text; the address names it.</summary>
    public WordingKey Key { get; private set; } = null!;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? EffectiveOn { get; set; }

    /// <summary>The last version when the page was opened.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    /// <summary>The request to preview with.</summary>
    [BindProperty]
    public string? PreviewWith { get; set; }

    public LetterText? Preview { get; private set; }

    /// <summary>The number of the request that the preview shows; null for made-up facts.</summary>
    public string? PreviewOf { get; private set; }

    public bool CanBePreviewed => Key.Letter is not null || Key.Remedy is not null;

    public PdfAvailability Pdf => files.Pdf;

    public IReadOnlyList<(WordingRow Version, string By)> Versions { get; private set; } = [];

    /// <summary>The version in force today; 0 is the delivered one.</summary>
    public int InForce { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (await LoadAsync(key, cancellation) is not { } inForce)
        {
            return NotFound();
        }

        // One goes on from the last version, though it may hold from a later day on.
        (Text, BasedOn, EffectiveOn) = (Versions.Count > 0 ? Versions[0].Version.Text : inForce.Text, Last, clock.Today.ToString("yyyy-MM-dd"));
        return Page();
    }

    /// <summary>Saves a new version.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string key, CancellationToken cancellation)
    {
        if (await LoadAsync(key, cancellation) is null)
        {
            return NotFound();
        }

        if (!DateText.TryRead(EffectiveOn ?? "", out var effectiveOn))
        {
            ModelState.AddModelError(nameof(EffectiveOn), $"生效日期{DateText.Problem}");
            Refuse(Key.Objections(Text ?? ""));
            return Page();
        }

        try
        {
            await wordings.SaveAsync(Key, BasedOn, Text ?? "", effectiveOn, cancellation);
        }
        catch (VersionRefusedException refused)
        {
            foreach (var (field, message) in refused.Objections)
            {
                ModelState.AddModelError(field, message);
            }

            return Page();
        }
        catch (VersionChangedException changed)
        {
            await LoadAsync(key, cancellation);
            ModelState.Clear();
            ModelState.AddModelError("", changed.Message);
            (BasedOn, Response.StatusCode) = (Last, StatusCodes.Status409Conflict);
            return Page();
        }

        TempData["Notice"] = $"已保存新的一版，{Wording.Day(effectiveOn)}起用。";
        return RedirectToPage("/Letters/Edit", new { area = "Console", key });
    }

    /// <summary>Shows the text as it would print.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string key, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await LoadAsync(key, cancellation) is null || !CanBePreviewed)
        {
            return NotFound();
        }

        Preview = await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>The same as PDF.</summary>
    public async Task<IActionResult> OnPostPdfAsync(string key, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await LoadAsync(key, cancellation) is null || !CanBePreviewed)
        {
            return NotFound();
        }

        if (await ShowAsync(cancellation) is not { } letter)
        {
            return Page();
        }

        try
        {
            return File(await files.WriteAsync(letter, ExportKind.Pdf, cancellation), ExportKind.Pdf.ContentType, $"预览-{Key.Name}.pdf");
        }
        catch (PdfUnavailableException fault)
        {
            ModelState.AddModelError("", fault.Message);
            (Preview, Response.StatusCode) = (letter, StatusCodes.Status503ServiceUnavailable);
            return Page();
        }
    }

    private int Last => Versions.Count > 0 ? Versions[0].Version.Version : 0;

    /// <summary>The letter, or null with what stands against it.</summary>
    private async Task<LetterText?> ShowAsync(CancellationToken cancellation)
    {
        RequestDetails? found = null;
        var number = RequestNumber.Normalise(PreviewWith);
        if (number.Length > 0 && (found = await previews.FindAsync(User, number, cancellation)) is null)
        {
            ModelState.AddModelError(nameof(PreviewWith), "没有您能看的这件申请。请核对回执编号，或者不填，用样例预览。");
        }

        if (found?.ErasedOn is not null)
        {
            ModelState.AddModelError(nameof(PreviewWith), "这件申请的个人信息已经按规定删除，不能用来预览。请换一件，或者不填，用样例预览。");
        }

        Refuse(Key.Objections(Text ?? ""));
        PreviewOf = found?.Request.Number;
        return ModelState.IsValid ? await previews.OfAsync(Key, Text!, found, cancellation) : null;
    }

    private void Refuse(IReadOnlyList<string> objections)
    {
        foreach (var objection in objections)
        {
            ModelState.AddModelError(nameof(Text), objection);
        }
    }

    private async Task<WordingInForce?> LoadAsync(string key, CancellationToken cancellation)
    {
        if (WordingKey.Find(key, await agencies.AllAsync(cancellation)) is not { } found)
        {
            return null;
        }

        Key = found;
        var versions = await wordings.VersionsAsync(key, cancellation);
        Versions = await names.NameAsync(versions, version => version.Actor, cancellation);
        var inForce = (await wordings.InForceAsync([found], clock.Today, cancellation: cancellation))[key];
        InForce = inForce.Version;
        return inForce;
    }
}

/// <summary>A field as an editor types it.</summary>
public static class LetterFieldMark
{
    /// <summary>Such as <c>{{收到日期}}</c>.</summary>
    public static string Of(LetterField field) => $"{{{{{field.Name}}}}}";
}
