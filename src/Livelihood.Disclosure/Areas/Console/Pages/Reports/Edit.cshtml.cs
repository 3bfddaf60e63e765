using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Reports;

/// <summary>What the register cannot count: tables two and four with their sources, and the texts. Half of it can be saved.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class EditModel(ReportScopes scopes, ReportReading reading, ReportSaving saving, ChinaClock clock) : PageModel
{
    public ReportScope Scope { get; private set; } = null!;

    /// <summary>How often the report had been saved when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Input { get; set; } = [];

    [BindProperty]
    public Dictionary<int, string?> Sources { get; set; } = [];

    [BindProperty]
    public string? Overview { get; set; }

    [BindProperty]
    public string? Problems { get; set; }

    [BindProperty]
    public string? Other { get; set; }

    /// <summary>Whether last year's report was not written here, so that its carried-out total is asked for.</summary>
    public bool IsFirst { get; private set; }

    public string? Typed(string key) => Input.GetValueOrDefault(key);

    public string? TextOf(string field) => field switch { nameof(Overview) => Overview, nameof(Problems) => Problems, _ => Other };

    public string? MistakeOf(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(string agency, int year, CancellationToken cancellation)
    {
        if (await OpenAsync(agency, year, cancellation) is { } refusal)
        {
            return refusal;
        }

        var view = await reading.ReadAsync(Scope, cancellation);
        Revision = view.Revision;
        Input = view.Document.Typed.ToDictionary(figure => figure.Key, figure => (string?)TypedFigure.Show(figure.Value));
        Sources = view.Sources.ToDictionary(source => source.Key, source => (string?)source.Value);
        (Overview, Problems, Other) = (view.Document.Texts.Overview, view.Document.Texts.Problems, view.Document.Texts.Other);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string agency, int year, CancellationToken cancellation)
    {
        if (await OpenAsync(agency, year, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (Read() is not { } entry)
        {
            return Page();
        }

        try
        {
            await saving.SaveAsync(Scope, entry, Revision, cancellation);
        }
        catch (ReportChangedException changed)
        {
            ModelState.Clear();
            ModelState.AddModelError("", changed.Message);
            Revision = (await reading.ReadAsync(Scope, cancellation)).Revision;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        TempData["Notice"] = "已保存。";
        return RedirectToPage("/Reports/Report", new { area = "Console", agency, year });
    }

    private ReportEntry? Read()
    {
        ModelState.Clear();
        var typed = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var figure in IsFirst ? TypedFigure.All.Append(TypedFigure.LastOut) : TypedFigure.All)
        {
            var value = figure.Read(Typed(figure.Key), out var mistake);
            if (mistake is not null)
            {
                ModelState.AddModelError($"Input[{figure.Key}]", mistake);
            }
            else if (value is { } known)
            {
                typed[figure.Key] = known;
            }
        }

        var sources = new[] { 2, 3, 4 }.ToDictionary(table => table, table => (Sources.GetValueOrDefault(table) ?? "").Trim());
        foreach (var (table, _) in sources.Where(source => source.Value.Length > ReportSaving.LongestSource))
        {
            ModelState.AddModelError($"Sources[{table}]", $"数据来源不超过{ReportSaving.LongestSource}字");
        }

        foreach (var field in new[] { nameof(Overview), nameof(Problems), nameof(Other) }.Where(field => TextOf(field)?.Length > ReportTexts.Longest))
        {
            ModelState.AddModelError(field, $"这部分不超过{ReportTexts.Longest}字");
        }

        return ModelState.IsValid ? new(typed, sources, new(Plain(Overview), Plain(Problems), Plain(Other))) : null;
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private async Task<IActionResult?> OpenAsync(string agency, int year, CancellationToken cancellation)
    {
        if (!ReportYear.IsKnown(year, clock.Today) || await scopes.FindAsync(User, agency, year, cancellation) is not { } scope)
        {
            return NotFound();
        }

        (Scope, IsFirst) = (scope, await reading.IsFirstAsync(scope, cancellation));
        ViewData["FieldOrder"] = (IReadOnlyList<string>)
        [
            .. TypedFigure.All.Where(figure => figure.Table == 2).Select(figure => $"Input[{figure.Key}]"), "Sources[2]", $"Input[{TypedFigure.LastOut.Key}]", "Sources[3]",
            .. TypedFigure.All.Where(figure => figure.Table == 4).Select(figure => $"Input[{figure.Key}]"), "Sources[4]",
            nameof(Overview), nameof(Problems), nameof(Other),
        ];
        return await scopes.MayWriteAsync(User, scope, cancellation) ? null : Forbid();
    }
}
