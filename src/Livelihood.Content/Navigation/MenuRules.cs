using System.Collections.Immutable;
using Livelihood.Content.Items;

namespace Livelihood.Content.Navigation;

/// <summary>The rules of menus that need nothing but the menu itself.</summary>
public static class MenuRules
{
    /// <summary>The longest text of an entry, in characters.</summary>
    public const int LongestText = 12;

    /// <summary>How many entries a menu may have.</summary>
    public const int MostEntries = 40;

    /// <summary>The menu with one more entry, or with the entry of the same id changed.</summary>
    /// <exception cref="FieldRefusedException">A rule is broken; Chinese.</exception>
    public static ImmutableList<MenuEntry> With(ImmutableList<MenuEntry> entries, MenuEntry entry)
    {
        Require(entry.Text.Trim().Length is > 0 and <= LongestText, nameof(entry.Text), $"请填写文字，不超过{LongestText}个字：文字太长，手机上会折行。");
        Require(entry.Target.Length > 0, nameof(entry.Target), "请选择通向哪里。");
        var before = entries.Find(e => e.Id == entry.Id);
        Require(before is not null || entries.Count < MostEntries, nameof(entry.Text), $"导航最多{MostEntries}条，请先删除不用的。");
        if (entry.ParentId is { } parentId)
        {
            var parent = entries.Find(e => e.Id == parentId);
            Require(parent is { ParentId: null } && parentId != entry.Id, nameof(entry.ParentId), "上级应当是另一条第一级的导航，请重新选择。");
            Require(
                parent is not { Kind: MenuTarget.Address } || parent.Target.StartsWith('/'), nameof(entry.ParentId),
                "上级通向别的网站，下面的导航就没有地方显示。请另选上级。");
            Require(!entries.Exists(e => e.ParentId == entry.Id), nameof(entry.ParentId), "这一条下面还有导航，不能再放到别的导航下面：导航只有两级。");
        }

        Require(
            !entries.Exists(e => e.Id != entry.Id && e.ParentId == entry.ParentId && e.Text == entry.Text.Trim()), nameof(entry.Text),
            $"同一级已经有“{entry.Text.Trim()}”，请换一个文字。");
        entry = entry with { Text = entry.Text.Trim() };
        return before is null ? entries.Add(entry) : entries.Replace(before, entry);
    }

    /// <summary>The menu without an entry.</summary>
    /// <exception cref="ContentRefusedException">Entries stand below it.</exception>
    public static ImmutableList<MenuEntry> Without(ImmutableList<MenuEntry> entries, MenuEntry entry) =>
        entries.Exists(e => e.ParentId == entry.Id)
            ? throw new ContentRefusedException($"“{entry.Text}”下面还有导航。请先移走或者删除它们。")
            : entries.Remove(entry);

    /// <summary>
    /// An address as it is kept: a page of this site, beginning with one slash, or one that begins with <c>https://</c>.
    /// </summary>
    /// <exception cref="FieldRefusedException">It is neither: another scheme, another form.</exception>
    public static string Address(string? text)
    {
        var address = text?.Trim() ?? "";
        var isLocal = address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);
        var isSafe = !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') && address.Length <= 500;
        var isHttps = Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Host.Length > 0
            && address.StartsWith("https://", StringComparison.Ordinal);
        return isSafe && (isLocal || isHttps)
            ? address
            : throw new FieldRefusedException("Address", "地址应当是本站的页面，以 / 开头，例如 /gazettes；或者是以 https:// 开头的网址。");
    }

    private static void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw new FieldRefusedException(field, message);
        }
    }
}
