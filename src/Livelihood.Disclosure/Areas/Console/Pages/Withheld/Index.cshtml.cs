using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>The register of what is not disclosed, by what is to be reviewed. All of its state is in its address.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class IndexModel(WithheldList list, UnregisteredCases cases, RequestAccess access, IAgencyDirectory agencies) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? ViewKey { get; set; }

    /// <summary>Looked for in the title and the document number.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    public WithheldView View { get; private set; } = WithheldView.Open;

    public WithheldPage List { get; private set; } = new([], 0);

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public ReviewDays Days { get; private set; } = null!;

    /// <summary>Agencies to look for.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Whether the reader enters something for an agency.</summary>
    public bool MayEnter { get; private set; }

    /// <summary>How many answered requests are not in the register yet, where the reader handles them.</summary>
    public int Unregistered { get; private set; }

    public int Pages => (List.Total + WithheldList.PageSize - 1) / WithheldList.PageSize;

    public Func<int, string> UrlOfPage => page => Url.Page("/Withheld/Index", new { area = "Console", view = ViewKey, q = Text, agency = Agency, p = page == 1 ? (int?)null : page })!;

    public string UrlOf(WithheldView view) => Url.Page("/Withheld/Index", new { area = "Console", view = view == WithheldView.Open ? null : view.Key, q = Text, agency = Agency })!;

    public string AgencyNameOf(string id) => Agencies.FirstOrDefault(agency => agency.Id == id)?.ShortName ?? id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var reach = await access.VisibleAsync(User, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return Forbid();
        }

        (View, Days) = (WithheldView.Find(ViewKey), await list.DaysAsync(cancellation));
        ViewKey = View == WithheldView.Open ? null : View.Key;
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim() is { Length: > WithheldList.LongestText } longer ? longer[..WithheldList.LongestText] : Text.Trim();
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => reach.Covers(agency.Id))];
        Agency = Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Id;
        CurrentPage = Math.Clamp(CurrentPage, 1, WorkList.MostCounted / WithheldList.PageSize);
        List = await list.PageAsync(reach, View, Agency, Text, Days, CurrentPage, cancellation);
        Counts = await list.CountAsync(reach, Days, WithheldView.All, cancellation);
        var handled = await access.HandledAsync(User, cancellation);
        MayEnter = handled is not { Everything: false, Ids.Count: 0 };
        Unregistered = MayEnter ? await cases.CountRequestsAsync(handled, cancellation) : 0;
        return Page();
    }
}
