using System.Collections.Immutable;
using System.Text.Json;
using Livelihood.Content.Items;

namespace Livelihood.Content.Navigation;

/// <summary>Where a menu's entry leads.</summary>
public enum MenuTarget
{
    /// <summary>栏目: the target is a column's id.</summary>
    Column,

    /// <summary>页面: the target is a content item's id.</summary>
    Item,

    /// <summary>地址: the target is an address on this site (<c>/gazettes</c>) or one that begins with <c>https://</c>.</summary>
    Address,
}

/// <summary>An entry of a menu.</summary>
/// <param name="Id">A stable id of 26 characters.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Kind">What the target is.</param>
/// <param name="Target">Column id, item id or address.</param>
/// <param name="ParentId">The entry above, or null; entries nest one level.</param>
public sealed record MenuEntry(string Id, string Text, MenuTarget Kind, string Target, string? ParentId = null);

/// <summary>A menu of the site, edited in the console.</summary>
public sealed class NavigationMenu
{
    /// <summary>主导航.</summary>
    public const string Main = "main";

    /// <summary>页脚导航.</summary>
    public const string Footer = "footer";

    /// <summary>The menus that the site has, with the names that editors see.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> All = [new(Main, "主导航"), new(Footer, "页脚导航")];

    /// <summary><see cref="Main"/> or <see cref="Footer"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The entries in order; those below another stand anywhere after it.</summary>
    public ImmutableList<MenuEntry> Entries { get; set; } = [];

    /// <summary>Grows with every write; a save that knows an older one is refused.</summary>
    public int Revision { get; set; }

    /// <summary>The entries directly below one; of the first level for null.</summary>
    public IEnumerable<MenuEntry> Below(string? id) => Entries.Where(e => e.ParentId == id);

    internal static string Written(ImmutableList<MenuEntry> entries) => JsonSerializer.Serialize(entries, ContentData.Json);

    internal static ImmutableList<MenuEntry> Read(string json) => JsonSerializer.Deserialize<ImmutableList<MenuEntry>>(json, ContentData.Json)!;
}
