using Livelihood.Content.Items;
using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Reports;

/// <summary>An annual report as it stands: tables whose figures open their requests, checks, and the way to publication.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class ReportModel(ReportScopes scopes, ReportReading reading, ReportSaving saving, ChinaClock clock) : PageModel
{
    public ReportView View { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public IReadOnlyList<string> Gaps { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>The requests behind a cell.</summary>
    public Func<ReportCell, string?> LinkOf => cell => cell.Row is null ? null : Url.Page(
        "/Reports/Figure",
        new { area = "Console", agency = View.Scope.Agency.Id, year = View.Document.Year, row = cell.Row, column = cell.Column?.ToString() });

    public Task<IActionResult> OnGetAsync(string agency, int year, CancellationToken cancellation) => ShowAsync(agency, year, cancellation);

    /// <summary>Writes the report into the draft of what is published.</summary>
    public async Task<IActionResult> OnPostDraftAsync(string agency, int year, CancellationToken cancellation)
    {
        if (!ReportYear.IsKnown(year, clock.Today) || await scopes.FindAsync(User, agency, year, cancellation) is not { } scope)
        {
            return NotFound();
        }

        if (!await scopes.MayWriteAsync(User, scope, cancellation))
        {
            return Forbid();
        }

        try
        {
            var draft = await saving.WriteDraftAsync(scope, cancellation);
            TempData["Notice"] = $"已写入草稿第{draft.Number}版。请编辑人员核对以后送审。";
            return RedirectToPage("/Reports/Report", new { area = "Console", agency, year });
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(agency, year, cancellation);
        }
    }

    private async Task<IActionResult> ShowAsync(string agency, int year, CancellationToken cancellation)
    {
        if (!ReportYear.IsKnown(year, clock.Today) || await scopes.FindAsync(User, agency, year, cancellation) is not { } scope)
        {
            return NotFound();
        }

        View = await reading.ReadAsync(scope, cancellation);
        Gaps = View.Document.Gaps(View.Sources, clock.Today);
        MayWrite = await scopes.MayWriteAsync(User, scope, cancellation);
        return Page();
    }
}
