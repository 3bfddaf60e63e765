using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Recipes;

namespace Livelihood.Content.Columns;

/// <summary>Makes columns, and updates those that are there, known by their address segment. None is removed.</summary>
internal sealed class ColumnsStep(ColumnEditor editor) : IRecipeStep
{
    public string Name => "Columns";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Columns");
        foreach (var item in step.Items("Columns"))
        {
            var all = await editor.AllAsync(cancellation);
            var edit = Read(item, all);
            try
            {
                if (all.FirstOrDefault(c => c.Slug == edit.Slug) is { } column)
                {
                    await editor.ChangeAsync(column.Id, column.Revision, edit, cancellation);
                }
                else
                {
                    await editor.AddAsync(item.OptionalText("Id") ?? ContentIdAt.Place(context.File.Name, item.Json.GetPath()), edit, cancellation);
                }
            }
            catch (FieldRefusedException refused)
            {
                throw item.WrongAt(refused.Field == nameof(ColumnEdit.ParentId) ? "Parent" : refused.Field, refused.Message, refused);
            }
        }
    }

    /// <summary>A step that makes these columns elsewhere.</summary>
    public static JsonObject Write(ColumnTree tree) => new()
    {
        ["name"] = "Columns",
        ["Columns"] = new JsonArray([.. tree.Lines.Select(l => Written(l.Column, tree))]),
    };

    private static JsonObject Written(Column column, ColumnTree tree)
    {
        var json = new JsonObject { ["Id"] = column.Id, [nameof(Name)] = column.Name, ["Slug"] = column.Slug };
        Add("Parent", tree.Find(column.ParentId)?.Slug);
        Add("Kind", column.Kind);
        Add("Description", column.Description);
        Add("Address", column.Address);
        Add("Types", Texts(column.Selection.Types));
        Add("Agencies", Texts(column.Selection.Agencies));
        Add("WithParts", column.Selection.WithParts ? true : null);
        Add("Categories", Texts(column.Selection.Categories));
        Add("Topics", Texts(column.Selection.Topics));
        Add("Values", Texts(column.Selection.Values));
        Add("Placed", Texts(column.Selection.Placed));
        Add("StaleAfterDays", column.StaleAfterDays);
        Add("HomeLines", column.HomeLines > 0 ? column.HomeLines : null);
        return json;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
    }

    private static JsonArray? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : new([.. texts.Select(t => JsonValue.Create(t))]);

    private static ColumnEdit Read(RecipeElement item, IReadOnlyList<Column> all)
    {
        item.Only(
            "Id", "Name", "Slug", "Parent", "Kind", "Description", "Address", "Types", "Agencies", "WithParts", "Categories", "Topics", "Values", "Placed",
            "StaleAfterDays", "HomeLines");
        var parent = item.OptionalText("Parent");
        return new()
        {
            Name = item.Text("Name"),
            Slug = item.Text("Slug"),
            ParentId = parent is null
                ? null
                : all.FirstOrDefault(c => c.Slug == parent)?.Id ?? throw item.WrongAt("Parent", $"没有地址为“{parent}”的上级栏目。上级要写在下级之前。"),
            Kind = item.OptionalText("Kind"),
            Description = item.OptionalText("Description"),
            Address = item.OptionalText("Address"),
            StaleAfterDays = item.Has("StaleAfterDays") ? item.Whole("StaleAfterDays") : null,
            HomeLines = item.Has("HomeLines") ? item.Whole("HomeLines") : 0,
            Selection = new()
            {
                Types = item.Texts("Types"),
                Agencies = item.Texts("Agencies"),
                WithParts = item.Flag("WithParts"),
                Categories = item.Texts("Categories"),
                Topics = item.Texts("Topics"),
                Values = item.Texts("Values"),
                Placed = item.Texts("Placed"),
            },
        };
    }
}
