using Livelihood.Content.Columns;

namespace Livelihood.Content.Navigation;

/// <summary>A link of a menu, ready to be shown.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Address"><c>~/…</c> on this site, or <c>https://…</c>.</param>
/// <param name="Links">The links below it.</param>
public sealed record MenuLink(string Text, string Address, IReadOnlyList<MenuLink> Links);

/// <summary>How the site is laid out: columns and menus, as they are at one moment.</summary>
/// <param name="Stamp">Another number for every change.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Menus">The menus.</param>
/// <param name="ItemPaths">The addresses of the published items that menus lead to, by id.</param>
public sealed record SiteStructure(
    long Stamp, ColumnTree Columns, List<NavigationMenu> Menus, IReadOnlyDictionary<string, string> ItemPaths)
{
    /// <summary>A site without columns and menus: what is shown while the database cannot be read.</summary>
    public static readonly SiteStructure Empty = new(-1, new([]), [], new Dictionary<string, string>());

    /// <summary>The links of a menu; an entry whose target is gone or withdrawn is left out.</summary>
    public IReadOnlyList<MenuLink> LinksOf(string menuName) =>
        Menus.Find(m => m.Name == menuName) is { } menu ? Links(menu, null) : [];

    /// <summary>Where an entry leads; null where its target is gone or withdrawn.</summary>
    public string? AddressOf(MenuEntry entry) => entry.Kind switch
    {
        MenuTarget.Column => Columns.Find(entry.Target) is { } column ? "~" + column.Path : null,
        MenuTarget.Item => ItemPaths.TryGetValue(entry.Target, out var path) ? "~" + path : null,
        _ => entry.Target.StartsWith('/') ? "~" + entry.Target : entry.Target,
    };

    private List<MenuLink> Links(NavigationMenu menu, string? parent) =>
    [
        .. from entry in menu.Below(parent)
           let address = AddressOf(entry)
           where address is not null
           select new MenuLink(entry.Text, address, parent is null ? Links(menu, entry.Id) : []),
    ];
}
