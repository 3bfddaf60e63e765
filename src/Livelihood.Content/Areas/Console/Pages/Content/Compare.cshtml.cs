using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Comparison;
using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>What differs between two versions of an item: one under the other, or side by side.</summary>
public sealed class CompareModel(ItemVersions versions, VersionComparisons comparisons, ActorNames names) : PageModel
{
    public ContentVersion Before { get; private set; } = null!;

    public ContentVersion After { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public DataDifference Difference { get; private set; } = null!;

    /// <summary>Whether the texts stand side by side.</summary>
    public bool IsSideBySide { get; private set; }

    /// <summary>Without numbers, the latest version against the public one, or against the one before.</summary>
    public async Task<IActionResult> OnGetAsync(string id, int? from, int? to, string? view, CancellationToken cancellation)
    {
        if (await versions.FindAsync(User, id, to, cancellation) is not { } after)
        {
            return NotFound();
        }

        var older = from ?? await versions.PublishedNumberAsync(id, cancellation) ?? Math.Max(1, after.Number - 1);
        if (await versions.FindAsync(User, id, older, cancellation) is not { } before)
        {
            return NotFound();
        }

        (Before, After, IsSideBySide) = (before, after, view == "side");
        Names = await names.OfAsync([before.Author, after.Author], cancellation);
        Difference = await comparisons.BetweenAsync(after.Item.Type, before.Parts, after.Parts, cancellation);
        return Page();
    }
}
