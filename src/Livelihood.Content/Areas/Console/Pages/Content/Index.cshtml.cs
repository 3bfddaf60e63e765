using System.Globalization;
using System.Text.Json.Nodes;
using Livelihood.Content.Access;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Listing;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>The items of one's agencies, with filters and columns by the type's definition, and steps with several at once.</summary>
[StaffOfContent]
public sealed class IndexModel(
    ItemList list, ListFields fields, FieldWords words, BulkSteps bulk, ContentDefinitions definitions, ContentAccess access,
    IAgencyDirectory agencies, PortalDbContext db, IWorkQueue work) : PageModel
{
    /// <summary>Whether the step is for all of the list, not for what is ticked.</summary>
    [BindProperty]
    public bool Everything { get; set; }

    /// <summary>What the address puts before a field's path.</summary>
    public const string FieldPrefix = "f.";

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public VersionStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    [BindProperty]
    public ContentEvent? Step { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<ListField> Filters { get; private set; } = [];

    public IReadOnlyList<(string Part, PartField Field)> Columns { get; private set; } = [];

    public ItemListPage Result { get; private set; } = new([], 0, new Dictionary<VersionStage, int>());

    /// <summary>What became of a step with several items; empty where none was taken.</summary>
    public IReadOnlyList<BulkResult> Done { get; private set; } = [];

    /// <summary>The steps that the person may take with several items.</summary>
    public IReadOnlyList<WorkflowRule> Steps => [.. BulkSteps.Steps
        .Select(step => WorkflowTable.Standard.Rules.First(r => r.Event == step)).Where(r => StaffAccess.May(User, r.Permission!))];

    public bool MayWrite => StaffAccess.May(User, Permissions.EditContent);

    public int PageCount => Math.Min(ItemList.MostPages, (Result.Total + ItemList.PageSize - 1) / ItemList.PageSize);

    private readonly Dictionary<(string Item, string Field), string> _cells = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Takes a step with the items that are ticked; with all of the list as long work.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Everything && Step is { } chosen && BulkSteps.Steps.Contains(chosen))
        {
            return await StartAsync(chosen, cancellation);
        }

        var items = Chosen.Select(BulkItem.Parse).OfType<BulkItem>().Take(ItemList.PageSize).ToList();
        if (items.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), "请勾选要办理的内容。");
        }

        if (Step is not { } step || !BulkSteps.Steps.Contains(step))
        {
            ModelState.AddModelError(nameof(Step), "请选择怎样办理。");
        }
        else if (ModelState.IsValid)
        {
            Done = await bulk.TakeAsync(User, items, step, new(Comment), cancellation).ToListAsync(cancellation);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task<IActionResult> StartAsync(ContentEvent step, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var rule = WorkflowTable.Standard.Rules.First(r => r.Event == step);
        var items = await list.AllAsync(User, [.. Types.Select(t => t.Name)], Filter(), rule.From, cancellation);
        if (items.Count == 0)
        {
            ModelState.AddModelError(nameof(Step), $"符合条件的内容里没有“{rule.From.Text()}”的，不能“{rule.Label}”。请检查条件。");
            return Page();
        }

        var id = await work.StartAsync(User, BulkStepWork.KindName, $"{rule.Label}：{items.Count}项", new BulkOrder(step, Comment, items), cancellation);
        return RedirectToPage("/Work/Item", new { area = "Console", id });
    }

    /// <summary>A value that the list is narrowed to; empty for none.</summary>
    public string ValueOf(ListField filter) => Request.Query[FieldPrefix + filter.Path].ToString();

    /// <summary>The words of a column for an item.</summary>
    public string? Cell(ContentItem item, string part, PartField field) => _cells.GetValueOrDefault((item.Id, $"{part}.{field.Name}"));

    /// <summary>An agency's short name.</summary>
    public string NameOf(string agencyId) => Agencies.FirstOrDefault(a => a.Id == agencyId)?.ShortName ?? agencyId;

    /// <summary>The address of the same list with other conditions, on its first page; null takes a condition away.</summary>
    public string UrlWith(params (string Name, string? Value)[] changes)
    {
        var kept = Request.Query.Where(q => q.Key != "p" && !Array.Exists(changes, c => c.Name == q.Key)).Select(q => KeyValuePair.Create(q.Key, q.Value.FirstOrDefault()));
        return QueryHelpers.AddQueryString(
            Url.Content("~/console/content"), kept.Concat(changes.Select(c => KeyValuePair.Create(c.Name, c.Value))).Where(q => !string.IsNullOrEmpty(q.Value)));
    }

    /// <summary>The address of a page of the list.</summary>
    public string UrlOfPage(int number) => UrlWith(("p", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)));

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Types = [.. (await definitions.TypesAsync(cancellation)).Values.Where(t => t.IsCreatable || t.IsListable).OrderBy(t => t.Name, StringComparer.Ordinal)];
        var reach = await access.ReachAsync(User, cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(a => reach.Covers(a.Id))];
        if (Types.FirstOrDefault(t => t.Name == Type) is { } type)
        {
            Filters = await fields.FiltersAsync(type.Name, cancellation);
            Columns = await fields.ColumnsAsync(type.Name, cancellation);
        }

        Number = Math.Clamp(Number, 1, ItemList.MostPages);
        Result = await list.PageAsync(User, [.. Types.Select(t => t.Name)], Filter(), Number, cancellation);
        await LoadCellsAsync(cancellation);
    }

    private ItemListFilter Filter() => new()
    {
        Type = Types.FirstOrDefault(t => t.Name == Type)?.Name,
        Agency = string.IsNullOrEmpty(Agency) ? null : Agency,
        Stage = Stage,
        Mine = Mine,
        Waiting = Waiting,
        Query = Query,
        Values = [.. Filters.Select(f => (f.Path, ListFields.ValueOf(ValueOf(f)))).Where(v => v.Item2.Length > 0)],
    };

    private async Task LoadCellsAsync(CancellationToken cancellation)
    {
        if (Columns.Count == 0)
        {
            return;
        }

        var ids = Result.Items.Select(i => i.Id).ToList();
        var versions = await db.Set<ContentVersion>().AsNoTracking().Where(v => v.Latest && ids.Contains(v.ItemId)).ToListAsync(cancellation);
        foreach (var (part, field) in Columns)
        {
            foreach (var version in versions)
            {
                if (await words.TextOfAsync(field, version.Parts.Get(part)?[field.Name] as JsonObject, cancellation) is { } text)
                {
                    _cells.Add((version.ItemId, $"{part}.{field.Name}"), text);
                }
            }
        }
    }
}
