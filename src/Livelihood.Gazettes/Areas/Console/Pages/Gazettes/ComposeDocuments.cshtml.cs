using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Chooses documents for an issue, several at once, among those that are public or on their way there.</summary>
public sealed class ComposeDocumentsModel(IssueComposer composer, PrintableDocuments printable, IAgencyDirectory agencies) : GazettePageModel
{
    public Composition Composition { get; private set; } = null!;

    public PrintablePage Result { get; private set; } = new([], 0);

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The items that the issue has already.</summary>
    public IReadOnlySet<string> Chosen { get; private set; } = new HashSet<string>();

    /// <summary><c>public</c> for what is published; otherwise what waits.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary><c>1</c>: only those that no issue printed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unprinted { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Pages => Math.Max(1, (Math.Min(Result.Total, PrintableDocuments.MostCounted) + PrintableDocuments.PageSize - 1) / PrintableDocuments.PageSize);

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        if (await composer.FindAsync(User, year, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        Composition = found;
        if (!found.MayEdit)
        {
            return RedirectToPage("Compose", new { year, number });
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, int number, int revision, int section, string[] items, CancellationToken cancellation)
    {
        if (await composer.FindAsync(User, year, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        Composition = found;
        ModelState.Clear();
        try
        {
            var edited = await composer.AddAsync(User, found, revision, section, items, cancellation);
            TempData["Notice"] = edited.Said;
            return LocalRedirect(UrlOfPage(Number));
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError("", refused is ContentConflictException ? "您打开这一页以后，别人改动过这一期，所以刚才没有加入。请核对后再加入一次。" : refused.Message);
            Response.StatusCode = refused.StatusOf();
            await LoadAsync(cancellation);
            return Page();
        }
    }

    /// <summary>The address of the same list on another page.</summary>
    public string UrlOfPage(int number) => QueryHelpers.AddQueryString(
        Url.Content($"~/console/gazettes/{Composition.Issue.Year}/{Composition.Issue.Number}/documents"),
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["state"] = State, ["q"] = Query, ["type"] = Type, ["agency"] = Agency, ["from"] = From, ["to"] = To, ["unprinted"] = Unprinted,
            ["p"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        }.Where(q => !string.IsNullOrEmpty(q.Value)));

    /// <summary>An agency's short name.</summary>
    public string AgencyName(string id) => Agencies.FirstOrDefault(a => a.Id == id)?.ShortName ?? id;

    /// <summary>A type's name.</summary>
    public string TypeName(string name) => Types.FirstOrDefault(t => t.Name == name)?.DisplayName ?? name;

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Types = await printable.TypesAsync(cancellation);
        Agencies = await agencies.AllAsync(cancellation);
        Chosen = Composition.Issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Number = Math.Max(1, Number);
        Result = await printable.PageAsync(User, Filter(), Number, cancellation);
        if (Result.Lines.Count == 0 && Result.Total > 0)
        {
            Number = Pages;
            Result = await printable.PageAsync(User, Filter(), Number, cancellation);
        }
    }

    private PrintableFilter Filter() => new()
    {
        Public = State == "public",
        Query = Query,
        Type = Type,
        Agency = Agency,
        From = Day(nameof(From), From),
        To = Day(nameof(To), To),
        Unprinted = Unprinted == "1",
    };

    private DateOnly? Day(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", out var day))
        {
            return day;
        }

        ModelState.TryAddModelError(field, "日期写成 2026-06-30 这样。");
        return null;
    }
}
