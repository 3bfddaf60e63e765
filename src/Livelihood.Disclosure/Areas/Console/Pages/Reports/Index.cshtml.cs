using Livelihood.Content.Items;
using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Areas.Console.Pages.Reports;

/// <summary>An agency's report in the list.</summary>
public sealed record ReportLine(Agency Agency, string Progress, DateOnly DueOn, bool IsLate);

/// <summary>The annual reports of a year, by agency, with what is late.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class IndexModel(ReportScopes scopes, PortalDbContext db, ChinaClock clock) : PageModel
{
    private const int YearsShown = 4;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var today = clock.Today;
        Year = Year is { } year && ReportYear.IsKnown(year, today) ? year : today.Year - 1;
        Years = [.. Enumerable.Range(0, YearsShown).Select(back => today.Year - back)];
        var visible = await scopes.VisibleAsync(User, cancellation);
        if (visible.Count == 0)
        {
            return Forbid();
        }

        var ids = visible.Select(agency => agency.Id).ToList();
        var reports = await db.Set<AnnualReport>().AsNoTracking().Where(report => report.Year == Year && ids.Contains(report.AgencyId))
            .Select(report => new { report.AgencyId, report.ItemId }).ToDictionaryAsync(report => report.AgencyId, report => report.ItemId, cancellation);
        var items = reports.Values.OfType<string>().ToList();
        var stages = await db.Set<ContentItem>().AsNoTracking().Where(item => items.Contains(item.Id))
            .Select(item => new { item.Id, item.Stage, item.IsPublished }).ToDictionaryAsync(item => item.Id, cancellation);
        Lines = [.. visible.Select(agency =>
        {
            var isKnown = reports.TryGetValue(agency.Id, out var item);
            var stage = item is null ? null : stages.GetValueOrDefault(item);
            var dueOn = new ReportYear(Year.Value).DueOn(agency.ParentId is null);
            var progress = stage is { IsPublished: true } ? "已发布" : stage is not null ? $"已写入草稿（{stage.Stage.Text()}）" : isKnown ? "正在填写" : "没有开始";
            return new ReportLine(agency, progress, dueOn, stage is not { IsPublished: true } && today > dueOn);
        })];
        return Page();
    }
}
