using System.Text.Json.Nodes;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Recipes;

namespace Livelihood.Content.Navigation;

/// <summary>Sets menus: those that the step names get exactly its entries. Columns are named by their address segment.</summary>
internal sealed class NavigationStep(MenuEditor editor, ColumnEditor columns) : IRecipeStep
{
    public string Name => "Navigation";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Menus");
        var bySlug = (await columns.AllAsync(cancellation)).ToDictionary(c => c.Slug, c => c.Id, StringComparer.Ordinal);
        foreach (var menu in step.Items("Menus"))
        {
            menu.Only("Name", "Entries");
            var name = menu.Text("Name");
            if (!NavigationMenu.All.Any(m => m.Key == name))
            {
                throw menu.WrongAt("Name", $"没有名为“{name}”的导航。可以有：{string.Join("、", NavigationMenu.All.Select(m => m.Key))}。");
            }

            var entries = new List<MenuEntry>();
            foreach (var item in menu.Items("Entries"))
            {
                var entry = Read(item, null, bySlug, context);
                entries.Add(entry);
                entries.AddRange(item.Items("Entries").Select(below => Read(below, entry.Id, bySlug, context)));
            }

            try
            {
                await editor.SetAsync(name, entries, cancellation);
            }
            catch (FieldRefusedException refused)
            {
                throw menu.WrongAt("Entries", refused.Message, refused);
            }
        }
    }

    /// <summary>A step that makes these menus elsewhere.</summary>
    public static JsonObject Write(SiteStructure site) => new()
    {
        ["name"] = "Navigation",
        ["Menus"] = new JsonArray([.. site.Menus.Select(m => new JsonObject { [nameof(Name)] = m.Name, ["Entries"] = Written(m, null, site) })]),
    };

    private static JsonArray Written(NavigationMenu menu, string? parent, SiteStructure site) => new([.. menu.Below(parent).Select(entry =>
    {
        var json = new JsonObject { ["Id"] = entry.Id, ["Text"] = entry.Text };
        json[entry.Kind.ToString()] = entry.Kind == MenuTarget.Column ? site.Columns.Find(entry.Target)?.Slug ?? entry.Target : entry.Target;
        if (Written(menu, entry.Id, site) is { Count: > 0 } below)
        {
            json["Entries"] = below;
        }

        return json;
    })]);

    private static MenuEntry Read(RecipeElement item, string? parent, Dictionary<string, string> bySlug, RecipeContext context)
    {
        item.Only("Id", "Text", "Column", "Item", "Address", "Entries");
        if (parent is not null && item.Has("Entries"))
        {
            throw item.WrongAt("Entries", "导航只有两级，这里不能再有 Entries。");
        }

        var id = item.OptionalText("Id") ?? ContentIdAt.Place(context.File.Name, item.Json.GetPath());
        return (item.OptionalText("Column"), item.OptionalText("Item"), item.OptionalText("Address")) switch
        {
            ({ } slug, null, null) => new(
                id, item.Text("Text"), MenuTarget.Column,
                bySlug.GetValueOrDefault(slug) ?? throw item.WrongAt("Column", $"没有地址为“{slug}”的栏目。请先用 Columns 步骤建立。"), parent),
            (null, { } itemId, null) => new(id, item.Text("Text"), MenuTarget.Item, itemId, parent),
            (null, null, { } address) => new(id, item.Text("Text"), MenuTarget.Address, address, parent),
            _ => throw item.Wrong(null, "请写明通向哪里：Column、Item 和 Address 中的一个。"),
        };
    }
}
