using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;

namespace Livelihood.Content.Feeds;

/// <summary>A date field whose dates stand in the portal's calendar.</summary>
/// <param name="Type">The content type's name.</param>
/// <param name="TypeName">Its Chinese name.</param>
/// <param name="Field">Part and field, such as <c>Consultation.ClosesOn</c>.</param>
/// <param name="Label">The field's label, such as 截止日期.</param>
public sealed record CalendarField(string Type, string TypeName, string Field, string Label);

/// <summary>
/// Finds the fields whose definition says that something closes on their date:
/// <c>"DateFieldSettings": { "Calendar": "Closes" }</c>. Any type can have one; no type is named in code.
/// The field must be one that lists filter by, as date fields are unless their definition says otherwise.
/// </summary>
public static class CalendarFields
{
    /// <summary>The fields of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="parts">Its parts that are made of fields.</param>
    public static IEnumerable<CalendarField> Of(ContentTypeDefinition type, IEnumerable<(TypePart Use, ContentPartDefinition Part)> parts) =>
        from part in parts
        from field in part.Part.Fields
        where Closes(field)
        select new CalendarField(type.Name, type.DisplayName, $"{part.Use.Name}.{field.Name}", field.Label);

    private static bool Closes(PartField field) => field.FieldName == "DateField"
        && (string?)JsonNode.Parse(field.Settings)?["DateFieldSettings"]?["Calendar"] == "Closes";
}
