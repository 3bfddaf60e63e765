using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Letters;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Letters;

/// <summary>An older version of a text of the letters.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class VersionModel(Wordings wordings, IAgencyDirectory agencies, ActorNames names) : PageModel
{
    public WordingKey Key { get; private set; } = null!;

    public int Version { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Who saved it and when, and from when on it holds; null for the delivered text.</summary>
    public string? About { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, int version, CancellationToken cancellation)
    {
        if (WordingKey.Find(key, await agencies.AllAsync(cancellation)) is not { } found)
        {
            return NotFound();
        }

        (Key, Version, Text) = (found, version, found.Default.Trim());
        if (version == 0)
        {
            return Page();
        }

        if (await wordings.FindAsync(key, version, cancellation) is not { } row)
        {
            return NotFound();
        }

        var by = (await names.OfAsync([row.Actor], cancellation))[row.Actor];
        (Text, About) = (row.Text, $"{Wording.Day(row.EffectiveOn)}起用；{by}于{ChinaClock.Local(row.SavedUtc):yyyy-MM-dd HH:mm}保存。");
        return Page();
    }
}
