using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;

namespace Livelihood.Content.Columns;

/// <summary>A field of a type whose values are a list to choose from.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="TypeName">The type's Chinese name.</param>
/// <param name="Field">Part and field, such as <c>Notice.Kind</c>.</param>
/// <param name="Label">What people see.</param>
/// <param name="Options">The values.</param>
public sealed record FieldFilter(string Type, string TypeName, string Field, string Label, IReadOnlyList<string> Options);

/// <summary>Finds the fields that types declare with a list of values: columns choose by them, and readers filter by them.</summary>
public sealed class FieldFilters(ContentDefinitions definitions)
{
    /// <summary>Those of all types, by type.</summary>
    public async Task<IReadOnlyList<FieldFilter>> AllAsync(CancellationToken cancellation = default)
    {
        var filters = new List<FieldFilter>();
        foreach (var type in (await definitions.TypesAsync(cancellation)).Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            filters.AddRange(
                from part in await definitions.FieldPartsAsync(type.Name, cancellation)
                from field in part.Part.Fields
                let options = ContentFields.IsFilter(field) ? OptionsOf(field) : []
                where options.Count > 0
                select new FieldFilter(type.Name, type.DisplayName, $"{part.Use.Name}.{field.Name}", field.Label, options));
        }

        return filters;
    }

    private static IReadOnlyList<string> OptionsOf(PartField field) =>
        JsonNode.Parse(field.Settings)?["TextFieldPredefinedListEditorSettings"]?["Options"] is JsonArray options
            ? [.. options.Select(o => (string?)o?["value"]).OfType<string>()]
            : [];
}
