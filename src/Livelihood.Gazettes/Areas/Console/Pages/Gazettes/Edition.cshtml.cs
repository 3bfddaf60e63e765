using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>The editions of an issue: how far the newest is, the older ones, the proof, and the button to have it made again.</summary>
public sealed class EditionModel(PortalDbContext db, ContentAccess access, StaffAccess staff, EditionQuery editions, EditionQueue queue, IssuePrinter printer) : GazettePageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public GazetteIssuePart Issue { get; private set; } = null!;

    public IReadOnlyList<GazetteEdition> Editions { get; private set; } = [];

    /// <summary>The edition that the public gets now, or null.</summary>
    public Guid? CurrentId { get; private set; }

    public bool HasPublished { get; private set; }

    public bool MayAsk { get; private set; }

    public PdfAvailability Printer => printer.Availability;

    public bool IsUnderWay => Editions.Any(e => e.IsUnderWay);

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation) =>
        await LoadAsync(year, number, cancellation) ? Page() : NotFound();

    /// <summary>How far it is, for the script that looks again.</summary>
    public async Task<IActionResult> OnGetProgressAsync(int year, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation))
        {
            return NotFound();
        }

        Response.Headers["X-Work-Under-Way"] = IsUnderWay ? "yes" : "no";
        return Partial("_EditionProgress", this);
    }

    public async Task<IActionResult> OnPostAsync(int year, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation))
        {
            return NotFound();
        }

        if (!MayAsk)
        {
            return Forbid();
        }

        if (!HasPublished)
        {
            ModelState.AddModelError("", "这一期还没有发布，没有印刷版。可以先看校样。");
            return Page();
        }

        TempData["Notice"] = await queue.AskAgainAsync(Version.ItemId, cancellation) ? "已经列入制作，几十秒后完成。" : "这一期正在等待或者正在制作，不需要再提交。";
        return RedirectToPage(new { year, number });
    }

    private async Task<bool> LoadAsync(int year, int number, CancellationToken cancellation)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        var latest = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.Latest && v.Item.Path == path, cancellation);
        if (latest?.Part<GazetteIssuePart>() is not { } issue || !await access.MaySeeUnpublishedAsync(User, latest.Item.AgencyId, cancellation))
        {
            return false;
        }

        (Version, Issue) = (latest, issue);
        Editions = await editions.OfIssueAsync(latest.ItemId, cancellation);
        var published = await access.Published().FirstOrDefaultAsync(v => v.ItemId == latest.ItemId, cancellation);
        HasPublished = published is not null;
        CurrentId = published is null ? null : (await editions.CurrentAsync(published, cancellation))?.Id;
        MayAsk = await staff.MayAsync(User, Permissions.PublishContent, latest.Item.AgencyId, cancellation)
            || await access.MayEditAsync(User, latest.Item.AgencyId, cancellation);
        return true;
    }
}
