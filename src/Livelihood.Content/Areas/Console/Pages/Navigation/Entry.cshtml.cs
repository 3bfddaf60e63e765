using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Areas.Console.Pages.Navigation;

/// <summary>Adds an entry to a menu, or changes or deletes one.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class EntryModel(SiteStructures structures, MenuEditor editor, PortalDbContext db) : PageModel
{
    private const int MostPages = 200;

    private SiteStructure _site = SiteStructure.Empty;

    public NavigationMenu Menu { get; private set; } = null!;

    public string MenuLabel => NavigationMenu.All.First(m => m.Key == Menu.Name).Value;

    /// <summary>The entry as it is; null while one is added.</summary>
    public MenuEntry? Entry { get; private set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? ParentId { get; set; }

    [BindProperty]
    public MenuTarget? Target { get; set; }

    [BindProperty]
    public string? ColumnId { get; set; }

    [BindProperty]
    public string? ItemId { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public IEnumerable<SelectListItem> Parents => Menu.Below(null).Where(e => e.Id != Entry?.Id).Select(e => new SelectListItem(e.Text, e.Id));

    public IEnumerable<SelectListItem> Columns => _site.Columns.Lines.Select(l => new SelectListItem(new string('　', l.Depth) + l.Column.Name, l.Column.Id));

    public IReadOnlyList<SelectListItem> Pages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string menu, string? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(menu, id, cancellation))
        {
            return NotFound();
        }

        (Revision, Target) = (Menu.Revision, Entry?.Kind ?? MenuTarget.Column);
        (Text, ParentId) = (Entry?.Text, Entry?.ParentId);
        (ColumnId, ItemId, Address) = (
            Entry?.Kind == MenuTarget.Column ? Entry.Target : null,
            Entry?.Kind == MenuTarget.Item ? Entry.Target : null,
            Entry?.Kind == MenuTarget.Address ? Entry.Target : null);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string menu, string? id, CancellationToken cancellation) => DoAsync(menu, id, async () =>
    {
        var kind = Target ?? throw new FieldRefusedException(nameof(Target), "请选择通向哪里。");
        var (target, field) = kind switch
        {
            MenuTarget.Column => (ColumnId, nameof(ColumnId)),
            MenuTarget.Item => (ItemId, nameof(ItemId)),
            _ => (MenuRules.Address(Address), nameof(Address)),
        };
        if (string.IsNullOrEmpty(target))
        {
            throw new FieldRefusedException(field, kind == MenuTarget.Column ? "请选择栏目。" : "请选择页面。");
        }

        var entry = new MenuEntry(id ?? ContentId.New(), Text ?? "", kind, target, string.IsNullOrEmpty(ParentId) ? null : ParentId);
        await editor.PutAsync(menu, Revision, entry, cancellation);
        return $"已保存“{entry.Text.Trim()}”，公开网站已按新的导航显示。";
    }, cancellation);

    public Task<IActionResult> OnPostDeleteAsync(string menu, string id, CancellationToken cancellation) => DoAsync(menu, id, async () =>
    {
        await editor.DeleteAsync(menu, Revision, id, cancellation);
        return $"已从导航中删除“{Entry!.Text}”。";
    }, cancellation);

    private async Task<IActionResult> DoAsync(string menu, string? id, Func<Task<string>> change, CancellationToken cancellation)
    {
        if (!await LoadAsync(menu, id, cancellation))
        {
            return NotFound();
        }

        try
        {
            TempData["Notice"] = await change();
            return RedirectToPage("Index");
        }
        catch (ContentRefusedException refused)
        {
            return this.Refused(refused);
        }
    }

    private async Task<bool> LoadAsync(string menu, string? id, CancellationToken cancellation)
    {
        if (!NavigationMenu.All.Any(m => m.Key == menu))
        {
            return false;
        }

        _site = await structures.CurrentAsync(cancellation);
        Menu = await editor.FindAsync(menu, cancellation);
        Entry = Menu.Entries.Find(e => e.Id == id);
        Pages = await db.Set<ContentVersion>().Where(v => v.Published && v.Item.Type == "Page").OrderBy(v => v.Item.Path).Take(MostPages)
            .Select(v => new SelectListItem($"{v.DisplayText}（{v.Item.Path}）", v.ItemId)).ToListAsync(cancellation);
        return id is null || Entry is not null;
    }
}
