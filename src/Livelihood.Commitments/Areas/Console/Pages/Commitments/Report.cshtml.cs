using Livelihood.Commitments.Data;
using Livelihood.Commitments.Domain;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Commitments.Areas.Console.Pages.Commitments;

/// <summary>Enters a progress report on a task. What does not fit is shown before anything is saved.</summary>
[Authorize(Policy = Permissions.ReportProgress)]
public sealed class ReportModel(ProgressReporting reporting, StaffAccess access, ChinaClock clock) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public Commitment Commitment { get; private set; } = null!;

    public CommitmentTask Task { get; private set; } = null!;

    /// <summary>What the person should look at before saving.</summary>
    public IReadOnlyList<ProgressFinding> Findings { get; private set; } = [];

    [BindProperty]
    public ReportForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId, CancellationToken cancellation)
    {
        if (await LoadAsync(taskId, cancellation) is { } refused)
        {
            return refused;
        }

        Input = ReportForm.For(Task, Programme.Year, clock.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId, CancellationToken cancellation)
    {
        if (await LoadAsync(taskId, cancellation) is { } refused)
        {
            return refused;
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var report = await ReportAsync(cancellation);
        Findings = ProgressCheck.Of(Task, report, clock.Today);
        foreach (var impossible in Findings.Where(f => f.IsError))
        {
            ModelState.AddModelError(KeyOf(impossible), impossible.Message);
        }

        if (!ModelState.IsValid || (Findings.Count > 0 && Input.Seen != ReportForm.Fingerprint(Findings)))
        {
            return Page();
        }

        try
        {
            await reporting.AddAsync(report, cancellation);
        }
        catch (AlreadyCorrectedException taken)
        {
            ModelState.AddModelError("Input.Corrects", taken.Message);
            return Page();
        }

        TempData["Notice"] = $"已登记“{Task.Summary}”截至{report.AsOf.Year}年{report.AsOf.Month}月{report.AsOf.Day}日的进展。";
        return LocalRedirect(Url.Content($"~/console/commitments?year={Programme.Year}"));
    }

    private async Task<IActionResult?> LoadAsync(Guid taskId, CancellationToken cancellation)
    {
        if (await reporting.TaskAsync(taskId, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Programme, Commitment, Task) = found;
        return IndexModel.MayReport(Task, await access.AgenciesAsync(User, Permissions.ReportProgress, cancellation)) ? null : Forbid();
    }

    /// <summary>What the attributes of the form cannot say.</summary>
    private void Check()
    {
        if (Input.AsOf is { } asOf && asOf.Year != Programme.Year)
        {
            ModelState.AddModelError("Input.AsOf", $"截至日期应当在{Programme.Year}年内。");
        }

        if (Input.Corrects is { } corrects && !Task.StandingReports.Any(r => r.Id == corrects))
        {
            ModelState.AddModelError("Input.Corrects", "要更正的进展已经不在这里，请重新选择。");
        }

        if (Input.Corrects is not null && string.IsNullOrWhiteSpace(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", "请写明更正的原因。原来的数字会保留，原因一并公开。");
        }

        if (Input.Figures.Exists(f => Task.Targets.All(t => t.Id != f.TargetId)))
        {
            ModelState.AddModelError("", "表格与任务的目标对不上，请重新打开这一页。");
        }
    }

    private async Task<ProgressReport> ReportAsync(CancellationToken cancellation)
    {
        var report = new ProgressReport
        {
            Id = Input.Id == Guid.Empty ? Guid.CreateVersion7() : Input.Id,
            TaskId = Task.Id,
            AsOf = Input.AsOf!.Value,
            Note = Input.Note!.Trim(),
            AgencyId = await ReportingAgencyAsync(cancellation),
            RecordedUtc = clock.UtcNow,
            CorrectsId = Input.Corrects,
            Reason = Input.Corrects is null ? null : Input.Reason!.Trim(),
        };
        foreach (var line in Input.Figures.Where(f => f.Quantity is not null))
        {
            var target = Task.Targets.First(t => t.Id == line.TargetId);
            report.Figures.Add(new ProgressFigure
            {
                ReportId = report.Id,
                TargetId = target.Id,
                Quantity = Math.Round(line.Quantity!.Value, 6, MidpointRounding.AwayFromZero),
                Unit = string.IsNullOrWhiteSpace(line.Unit) ? target.Unit : line.Unit.Trim(),
                StatedShare = string.IsNullOrWhiteSpace(line.StatedShare) ? null : line.StatedShare.Trim(),
            });
        }

        return report;
    }

    /// <summary>The first lead agency for which the person may report; the programme's own where others lead.</summary>
    private async Task<string> ReportingAgencyAsync(CancellationToken cancellation)
    {
        var reach = await access.AgenciesAsync(User, Permissions.ReportProgress, cancellation);
        return Task.LeadAgencies.Select(a => a.AgencyId).OfType<string>().FirstOrDefault(reach.Covers) ?? Programme.AgencyId;
    }

    /// <summary>The field that a finding is about.</summary>
    private string KeyOf(ProgressFinding finding)
    {
        var line = Input.Figures.FindIndex(f => f.TargetId == finding.Target?.Id);
        return finding.Kind switch
        {
            FindingKind.DayIsToCome => "Input.AsOf",
            FindingKind.ShareIsNoNumber => $"Input.Figures[{line}].StatedShare",
            _ => $"Input.Figures[{line}].Quantity",
        };
    }
}
