using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Reports;

/// <summary>The requests behind a figure of table three.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class FigureModel(ReportScopes scopes, RegisterFigures register, ChinaClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Column { get; set; }

    public ReportScope Scope { get; private set; } = null!;

    public ReportRow Line { get; private set; } = null!;

    /// <summary>Who asked; null: anybody.</summary>
    public RequesterKind? Kind { get; private set; }

    public FigureRequests Found { get; private set; } = new([], 0);

    public int Pages => (Found.Total + RegisterFigures.PageSize - 1) / RegisterFigures.PageSize;

    public Func<int, string> UrlOfPage => page => Url.Page(
        "/Reports/Figure", new { area = "Console", agency = Scope.Agency.Id, year = Scope.Year.Year, row = Row, column = Column, p = page == 1 ? (int?)null : page })!;

    public async Task<IActionResult> OnGetAsync(string agency, int year, CancellationToken cancellation)
    {
        var isColumn = string.IsNullOrEmpty(Column) || Enum.IsDefined(typeof(RequesterKind), Column);
        if (!ReportYear.IsKnown(year, clock.Today) || !isColumn || ReportRow.Find(Row) is not { } line
            || await scopes.FindAsync(User, agency, year, cancellation) is not { } scope)
        {
            return NotFound();
        }

        (Scope, Line, Kind) = (scope, line, string.IsNullOrEmpty(Column) ? null : Enum.Parse<RequesterKind>(Column));
        CurrentPage = Math.Clamp(CurrentPage, 1, 100_000);
        Found = await register.BehindAsync(scope.Counted, scope.Year, line, Kind, CurrentPage, cancellation);
        return Page();
    }
}
