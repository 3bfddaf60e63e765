using Livelihood.Content.Definitions;

namespace Livelihood.Content.Editing.Listing;

/// <summary>A field of the type by which the list can be narrowed.</summary>
/// <param name="Path">Part and field, such as <c>Notice.Kind</c>.</param>
/// <param name="Label">The label.</param>
/// <param name="Choices">What there is to choose; empty: a value is typed.</param>
public sealed record ListField(string Path, string Label, IReadOnlyList<Choice> Choices);

/// <summary>What the list of one type has besides, by the type's definition: filters and columns.</summary>
public sealed class ListFields(ContentDefinitions definitions, FieldWords words)
{
    /// <summary>The fields to narrow by: what is chosen, and numbers and dates.</summary>
    public async Task<IReadOnlyList<ListField>> FiltersAsync(string type, CancellationToken cancellation = default)
    {
        var filters = new List<ListField>();
        foreach (var (use, part) in await definitions.FieldPartsAsync(type, cancellation))
        {
            // An item is not chosen from a list; its own page leads to what is about it.
            foreach (var field in part.Fields.Where(f => ContentFields.IsFilter(f) && f.FieldName != "ContentPickerField"))
            {
                filters.Add(new($"{use.Name}.{field.Name}", field.Label, await words.ChoicesAsync(field, cancellation)));
            }
        }

        return filters;
    }

    /// <summary>The fields that the definition makes columns (<c>ContentPartFieldSettings.Column</c>).</summary>
    public async Task<IReadOnlyList<(string Part, PartField Field)>> ColumnsAsync(string type, CancellationToken cancellation = default) =>
    [
        .. from part in await definitions.FieldPartsAsync(type, cancellation)
           from field in part.Part.Fields
           where ContentFields.IsColumn(field)
           select (part.Use.Name, field),
    ];

    /// <summary>A value as the index has it: what was typed for a date in one of its ways becomes the date.</summary>
    public static string ValueOf(string typed) =>
        DateText.TryRead(typed, out var date) ? date.ToString("yyyy-MM-dd") : typed.Trim();
}
