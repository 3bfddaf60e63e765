using Livelihood.Content.Items;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>An issue before publication: its contents, its documents, its doubts with the lines of the source; and the button.</summary>
public sealed class DraftModel(PortalDbContext db, DraftQuery drafts, GazettePublisher publisher, StaffAccess access) : GazettePageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public GazetteIssuePart Issue { get; private set; } = null!;

    public IReadOnlyDictionary<string, ContentVersion> Documents { get; private set; } = new Dictionary<string, ContentVersion>();

    public IReadOnlyList<GazetteDoubt> Doubts { get; private set; } = [];

    public IReadOnlyList<string> Source { get; private set; } = [];

    public bool MayPublish { get; private set; }

    public int OpenDoubts => Doubts.Count(d => d.AcknowledgedUtc is null);

    public int Waiting => (Version.Published ? 0 : 1) + Documents.Values.Count(d => !d.Published);

    [BindProperty]
    public bool Acknowledged { get; set; }

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

        if (OpenDoubts > 0 && !Acknowledged)
        {
            ModelState.AddModelError(nameof(Acknowledged), $"还有{OpenDoubts}个未决的疑点。请核对后勾选“仍然发布”，或者先改正文本重新导入。");
            return Page();
        }

        try
        {
            var published = await publisher.PublishAsync(Version.ItemId, [.. Documents.Keys], null, cancellation);
            TempData["Notice"] = $"已发布{Issue.Citation()}，共{published}项。";
            return RedirectToPage(new { year, number });
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Page();
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
        MayPublish = await access.MayAsync(User, Permissions.PublishContent, latest.Item.AgencyId, cancellation);
        return true;
    }
}
