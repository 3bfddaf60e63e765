using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Text;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Guide;

/// <summary>Declares an agency's channels: a new version from a day on.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class EditModel(ChannelGuide guide, IAgencyDirectory agencies, StaffAccess staff, ActorNames names, ChinaClock clock) : PageModel
{
    [BindProperty]
    public bool TakesInternet { get; set; }

    [BindProperty]
    public bool TakesFax { get; set; }

    [BindProperty]
    public string? FaxNumber { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? EffectiveOn { get; set; }

    /// <summary>The last version when the page was opened.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<(ChannelsRow Version, string By)> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string agency, CancellationToken cancellation)
    {
        if (!await LoadAsync(agency, cancellation))
        {
            return NotFound();
        }

        var last = Versions.Count > 0 ? ChannelGuide.Of(Versions[0].Version) : (await guide.AllAsync(cancellation))[agency];
        (TakesInternet, TakesFax, FaxNumber, Hours) = last;
        (BasedOn, EffectiveOn) = (Last, clock.Today.ToString("yyyy-MM-dd"));
        return Page();
    }

    /// <summary>Saves a new version.</summary>
    public async Task<IActionResult> OnPostAsync(string agency, CancellationToken cancellation)
    {
        if (!await LoadAsync(agency, cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        var channels = new GuideChannels(TakesInternet, TakesFax, HalfWidth.Of(FaxNumber ?? "").Trim() is { Length: > 0 } fax ? fax : null, Line(Hours));
        if (!DateText.TryRead(EffectiveOn?.Trim() ?? "", out var effectiveOn))
        {
            return Refuse([.. channels.Objections(), (nameof(EffectiveOn), $"生效日期{DateText.Problem}")]);
        }

        try
        {
            await guide.SaveAsync(agency, BasedOn, channels, effectiveOn, cancellation);
        }
        catch (VersionRefusedException refused)
        {
            return Refuse(refused.Objections);
        }
        catch (VersionChangedException changed)
        {
            await LoadAsync(agency, cancellation);
            ModelState.AddModelError("", changed.Message);
            (BasedOn, Response.StatusCode) = (Last, StatusCodes.Status409Conflict);
            return Page();
        }

        TempData["Notice"] = $"已保存{Agency.Name}的申请渠道，{Wording.Day(effectiveOn)}起用。";
        return RedirectToPage("/Guide/Index", new { area = "Console" });
    }

    private PageResult Refuse(IReadOnlyList<(string Field, string Message)> objections)
    {
        foreach (var (field, message) in objections)
        {
            ModelState.AddModelError(field, message);
        }

        return Page();
    }

    private int Last => Versions.Count > 0 ? Versions[0].Version.Version : 0;

    private static string? Line(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsControl(c))).Trim() is { Length: > 0 } line ? line : null;

    private async Task<bool> LoadAsync(string agencyId, CancellationToken cancellation)
    {
        // An agency that is not the reader's to declare for does not exist for this reader.
        if (await agencies.FindAsync(agencyId, cancellation) is not { } found || !await staff.MayAsync(User, Permissions.ApproveRequests, agencyId, cancellation))
        {
            return false;
        }

        Agency = found;
        var versions = await guide.VersionsAsync(agencyId, cancellation);
        Versions = await names.NameAsync(versions, version => version.Actor, cancellation);
        return true;
    }
}
