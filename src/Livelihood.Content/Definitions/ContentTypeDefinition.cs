using System.Text.Json.Nodes;

namespace Livelihood.Content.Definitions;

/// <summary>A content type: a name and the parts it is made of, declared by a recipe (Orchard Core's <c>ContentDefinition</c>).</summary>
public sealed class ContentTypeDefinition
{
    /// <summary>The name in code and recipes, such as <c>OfficialDocument</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The Chinese name.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The parts, in the order in which they are shown.</summary>
    public List<TypePart> Parts { get; set; } = [];

    /// <summary>The settings as JSON, kept as the recipe gave them.</summary>
    public string Settings { get; set; } = "{}";

    /// <summary>Whether editors may make items of the type (<c>ContentTypeSettings.Creatable</c>).</summary>
    public bool IsCreatable => Flag("Creatable");

    /// <summary>Whether lists show items of the type (<c>ContentTypeSettings.Listable</c>).</summary>
    public bool IsListable => Flag("Listable");

    /// <summary>A sentence that says what the type is for, or null.</summary>
    public string? Description => (string?)Setting("Description");

    private bool Flag(string name) => Setting(name) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    private JsonNode? Setting(string name) => JsonNode.Parse(Settings)?["ContentTypeSettings"]?[name];
}

/// <summary>A part's use in a type.</summary>
public sealed class TypePart
{
    /// <summary>The part, such as <c>TitlePart</c>, or the type's own name for its own fields.</summary>
    public required string PartName { get; init; }

    /// <summary>Its name in the type; the part's name unless a type uses a part twice.</summary>
    public required string Name { get; init; }

    /// <summary>The settings as JSON.</summary>
    public string Settings { get; init; } = "{}";
}

/// <summary>A part made of fields, declared by a recipe.</summary>
public sealed class ContentPartDefinition
{
    /// <summary>The part's name.</summary>
    public required string Name { get; init; }

    /// <summary>The fields.</summary>
    public List<PartField> Fields { get; set; } = [];

    /// <summary>The settings as JSON.</summary>
    public string Settings { get; set; } = "{}";
}

/// <summary>A field of a part.</summary>
public sealed class PartField
{
    /// <summary>The kind of field, such as <c>TextField</c>.</summary>
    public required string FieldName { get; init; }

    /// <summary>The field's name.</summary>
    public required string Name { get; init; }

    /// <summary>The settings as JSON; <c>ContentPartFieldSettings.DisplayName</c> is the label.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>The label that people see.</summary>
    public string Label => (string?)JsonNode.Parse(Settings)?["ContentPartFieldSettings"]?["DisplayName"] ?? Name;
}
