using Livelihood.Content.Citing;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages;

/// <summary>How a published document, or a place in it, is cited.</summary>
public sealed class CiteModel(
    IContentStore store, IEnumerable<IPrintings> printings, IAgencyDirectory agencies, PublicAddresses addresses, ChinaClock clock) : PageModel
{
    private const int LongestName = 40;

    public ContentVersion Version { get; private set; } = null!;

    public IReadOnlyList<Printing> Printings { get; private set; } = [];

    public Citation Citation { get; private set; } = null!;

    /// <summary>The place's anchor on the document's page; null for the whole document.</summary>
    public string? Anchor { get; private set; }

    /// <summary>The place's name, such as 第三十三条; null for the whole document.</summary>
    public string? Place { get; private set; }

    /// <summary>All places of the text that can be cited.</summary>
    public IReadOnlyList<(string Anchor, string Name)> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? place, CancellationToken cancellation)
    {
        if (await store.PublishedAsync(id, cancellation) is not { } version)
        {
            return NotFound();
        }

        Version = version;
        Places = version.Part<MarkdownBodyPart>() is { } body ? PlacesOf(body.Markdown) : [];

        // A place that the text no longer has: the document is cited rather than nothing.
        (Anchor, Place) = Places.FirstOrDefault(p => p.Anchor == place) is { Anchor.Length: > 0 } found ? (found.Anchor, found.Name) : ((string?)null, null);
        var printed = new List<Printing>();
        foreach (var known in printings)
        {
            printed.AddRange(await known.OfAsync(id, cancellation));
        }

        var document = version.Part<OfficialDocumentPart>();
        Printings = printed;
        Citation = new()
        {
            Title = version.DisplayText,
            Number = document?.Number,
            Issuers = document is { IssuingAgencies.Count: > 0 } ? document.IssuingAgencies
                : [(await agencies.FindAsync(version.Item.AgencyId, cancellation))?.Name ?? version.Item.AgencyId],
            PublishedOn = document?.PublishedOn ?? ChinaClock.DateOf(version.PublishedUtc!.Value),
            Place = Place,
            Address = addresses.Of(version.Item.Path) + (Anchor is null ? "" : "#" + Anchor),
            CitedOn = clock.Today,
        };
        PublicCaching.Allow(HttpContext);
        return Page();
    }

    private static List<(string Anchor, string Name)> PlacesOf(string markdown) =>
        [.. MarkdownRenderer.Sections(markdown).Where(s => s.Anchor.Length > 0).Select(s => (s.Anchor, NameOf(s.Anchor, s.Heading)))];

    // An article, a chapter and an annex are named by their number, any other heading by its words.
    private static string NameOf(string anchor, string heading)
    {
        var name = anchor.Split('-')[0];
        return name is ['第', .., '条' or '章' or '节' or '编'] or ['附', '件', ..] ? name
            : heading.Length > LongestName ? heading[..LongestName] + "……" : heading;
    }
}
