using Livelihood.Content.Items;
using Livelihood.Gazettes.Digitising;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>An issue before publication: its contents, its documents, its doubts with the lines of the source; and the button.</summary>
public sealed class DraftModel(PortalDbContext db, DraftQuery drafts, GazettePublisher publisher, Workbench workbench, DraftWriter writer, StaffAccess access) : GazettePageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public GazetteIssuePart Issue { get; private set; } = null!;

    public IReadOnlyDictionary<string, ContentVersion> Documents { get; private set; } = new Dictionary<string, ContentVersion>();

    public IReadOnlyList<GazetteDoubt> Doubts { get; private set; } = [];

    public IReadOnlyList<string> Source { get; private set; } = [];

    public bool MayPublish { get; private set; }

    public int OpenDoubts => Doubts.Count(d => d.IsOpen);

    public int Waiting => (Version.Published ? 0 : 1) + Documents.Values.Count(d => !d.Published);

    [BindProperty]
    public bool Acknowledged { get; set; }

    /// <summary>Why it is published with open doubts.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>How many open doubts the page showed to whoever acknowledges them.</summary>
    [BindProperty]
    public int Shown { get; set; }

    /// <summary>Whether the issue was read from a text and can be worked on; and whether the drafts lack edits.</summary>
    public (bool Has, bool HasUnwritten) Workbench { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation) =>
        !await LoadAsync(year, number, cancellation) ? NotFound() : Issue.Composed == true ? RedirectToPage("Compose", new { year, number }) : Page();

    public async Task<IActionResult> OnPostAsync(int year, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation))
        {
            return NotFound();
        }

        if (!MayPublish)
        {
            return Forbid();
        }

        if (OpenDoubts > 0)
        {
            Check();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            // What is on the workbench is what is published.
            if (await workbench.OpenAsync(Version, cancellation) is { HasUnwritten: true } edited)
            {
                await writer.WriteAsync(edited, new HashSet<string>(), cancellation);
                await LoadAsync(year, number, cancellation);
            }

            var reason = OpenDoubts > 0 ? Reason : null;
            var published = await publisher.PublishAsync(Version.ItemId, [.. Documents.Keys], null, reason, cancellation);
            TempData["Notice"] = $"已发布{Issue.Citation()}，共{published}项。";
            return RedirectToPage(new { year, number });
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Page();
        }
    }

    private void Check()
    {
        if (!Acknowledged)
        {
            ModelState.AddModelError(nameof(Acknowledged), $"还有{OpenDoubts}个未决的疑点。请到工作台核对后勾选“仍然发布”，或者先把它们定下来。");
        }
        else if (Shown != OpenDoubts)
        {
            ModelState.AddModelError(nameof(Acknowledged), $"未决的疑点现在是{OpenDoubts}个，和您刚才看到的不同。请再核对一次。");
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > 500)
        {
            ModelState.AddModelError(nameof(Reason), "请写出带着未决的疑点发布的理由，不超过500字。它会记入审计。");
        }
    }

    private async Task<bool> LoadAsync(int year, int number, CancellationToken cancellation)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        var latest = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.Latest && v.Item.Path == path, cancellation);
        if (latest?.Part<GazetteIssuePart>() is not { } issue)
        {
            return false;
        }

        (Version, Issue) = (latest, issue);
        Documents = await drafts.DocumentsAsync(issue, cancellation);
        Doubts = await drafts.DoubtsAsync(latest.ItemId, cancellation);
        Source = Doubts.Count > 0 ? await drafts.SourceLinesAsync(latest, cancellation) : [];
        var onWorkbench = await workbench.OpenAsync(latest, cancellation);
        Workbench = (onWorkbench is not null, onWorkbench?.HasUnwritten == true);
        MayPublish = await access.MayAsync(User, Permissions.PublishContent, latest.Item.AgencyId, cancellation);
        return true;
    }
}
