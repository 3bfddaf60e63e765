using Livelihood.Content.Items;
using Livelihood.Gazettes.Digitising;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Every correction that reading made in an issue's text, each of which an editor can take back and make again.</summary>
public sealed class CorrectionsModel(Workbench workbench, StaffAccess access) : GazettePageModel
{
    private const int PageSize = 50;
    private const int Around = 12;

    public WorkbenchIssue Issue { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    /// <summary>The corrections on this page.</summary>
    public IReadOnlyList<TextCorrection> Shown { get; private set; } = [];

    /// <summary>How many there are of each kind, with the chosen line or without.</summary>
    public IReadOnlyList<(CorrectionKind Kind, int Count)> Kinds { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; }

    /// <summary>Only corrections of this kind.</summary>
    [BindProperty(SupportsGet = true)]
    public CorrectionKind? Kind { get; set; }

    /// <summary>Only corrections of this line; 0 for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int Line { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Current { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int year, [FromRoute] int number, CancellationToken cancellation) =>
        await LoadAsync(year, number, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        [FromRoute] int year, [FromRoute] int number, int revision, List<string> keys, bool revert, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation))
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return Forbid();
        }

        var chosen = keys.ToHashSet(StringComparer.Ordinal);
        List<IssueEdit> edits = [.. Issue.Reading.Read.Corrections.Where(c => chosen.Contains(c.Key) && IsReverted(c) != revert).Take(PageSize).Select(c => SetCorrection.Of(c, revert))];
        try
        {
            if (edits.Count == 0)
            {
                throw new ContentRefusedException(chosen.Count == 0 ? "请先勾选更正。" : "所选的更正已经是这样。");
            }

            await workbench.MakeAsync(Issue, revision, edits, cancellation);
        }
        catch (ContentRefusedException refused)
        {
            await LoadAsync(year, number, cancellation);
            ModelState.Clear();
            ModelState.AddModelError("", refused.Message);
            return Page();
        }

        TempData["CorrectionsSaid"] = $"{(revert ? "还原了" : "恢复了")}{edits.Count}处更正。在工作台可以撤销。";
        return RedirectToPage(null, null, new { year, number, Kind, Line = Line == 0 ? (int?)null : Line, p = Current }, null);
    }

    /// <summary>Whether the text says what the source has.</summary>
    public bool IsReverted(TextCorrection correction) => Issue.Edited.Reverted.Contains(correction.Key);

    /// <summary>The line around a correction, as it reads now.</summary>
    public string Context(TextCorrection correction)
    {
        var line = Issue.Edited.Line(correction.Line);
        var from = Math.Clamp(correction.Column - 1 - Around, 0, Math.Max(0, line.Length - 1));
        var part = line.AsSpan(from, Math.Min(line.Length - from, 2 * Around + Math.Max(1, correction.After.Length)));
        return $"{(from > 0 ? "……" : "")}{part}{(from + part.Length < line.Length ? "……" : "")}";
    }

    /// <summary>A piece of text so that spaces are seen.</summary>
    public static string Spelt(string text) => text.Length == 0 ? "（去掉）" : string.IsNullOrWhiteSpace(text) ? $"（{text.Length}个空格）" : text;

    /// <summary>A kind in Chinese.</summary>
    public static string Word(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Punctuation => "半角标点",
        CorrectionKind.StraySpace => "多余的空格",
        CorrectionKind.NumberBracket => "字号括号",
        CorrectionKind.Formula => "公式符号",
        CorrectionKind.Entity => "网页代码",
        _ => "形近字符",
    };

    /// <summary>A page of the list with the same choice.</summary>
    public string UrlOfPage(int page) => UrlOf(Kind, page);

    /// <summary>The list of one kind, or of all.</summary>
    public string UrlOf(CorrectionKind? kind, int page = 1) =>
        Url.Page(null, new { year = RouteData.Values["year"], number = RouteData.Values["number"], Kind = kind, Line = Line == 0 ? (int?)null : Line, p = page })!;

    private async Task<bool> LoadAsync(int year, int number, CancellationToken cancellation)
    {
        if (await workbench.OpenAsync(year, number, cancellation) is not { } issue)
        {
            return false;
        }

        Issue = issue;
        MayEdit = await access.MayAsync(User, Permissions.EditContent, issue.Version.Item.AgencyId, cancellation);
        List<TextCorrection> all = [.. issue.Reading.Read.Corrections.Where(c => Line <= 0 || c.Line == Line)];
        Kinds = [.. all.CountBy(c => c.Kind).OrderBy(c => c.Key).Select(c => (c.Key, c.Value))];
        var found = all.FindAll(c => Kind is null || c.Kind == Kind);
        Total = found.Count;
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Current = Math.Clamp(Current, 1, Pages);
        Shown = found.GetRange((Current - 1) * PageSize, Math.Min(PageSize, Total - (Current - 1) * PageSize));
        return true;
    }
}
