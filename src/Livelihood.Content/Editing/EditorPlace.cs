using System.Security.Claims;
using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;

namespace Livelihood.Content.Editing;

/// <summary>What is edited: a part that code knows, or a field of a part.</summary>
/// <param name="Path">Part, or part and field, such as <c>Notice.Kind</c>: the beginning of its inputs' names.</param>
/// <param name="Editor">The editor: the part's name, or the kind of field.</param>
/// <param name="Label">What people read.</param>
/// <param name="Part">The part's use in the type.</param>
/// <param name="Field">The field; null for a part that code knows.</param>
public sealed record EditorPlace(string Path, string Editor, string Label, TypePart Part, PartField? Field = null)
{
    private readonly JsonNode? _settings = JsonNode.Parse(Field?.Settings ?? Part.Settings);

    /// <summary>A sentence of help, or null.</summary>
    public string? Hint => (string?)Setting(Editor + "Settings", "Hint");

    /// <summary>Whether it must be filled in before publication.</summary>
    public bool IsRequired => Field is not null && ContentFields.Required(Field);

    /// <summary>A setting, or null.</summary>
    public JsonNode? Setting(string group, string name) => _settings?[group]?[name];

    /// <summary>Whether a setting says yes.</summary>
    public bool Flag(string group, string name) => Setting(group, name) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>A number from the settings, or null.</summary>
    public decimal? Number(string group, string name) => Setting(group, name) is JsonValue value && value.TryGetValue(out decimal number) ? number : null;
}

/// <summary>The item that is edited, and by whom.</summary>
/// <param name="Type">Its type.</param>
/// <param name="AgencyId">The agency it belongs to.</param>
/// <param name="ItemId">Its id; null while it is new.</param>
/// <param name="IndexNumber">索引号; null while it is new.</param>
/// <param name="Person">Who edits.</param>
public sealed record EditorSubject(ContentTypeDefinition Type, string AgencyId, string? ItemId, string? IndexNumber, ClaimsPrincipal Person);

/// <summary>Something to choose.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Text">What people read.</param>
/// <param name="Group">The group it stands in, or null.</param>
/// <param name="Depth">How far it is set in.</param>
/// <param name="Note">A word beside it, or null.</param>
public sealed record Choice(string Value, string Text, string? Group = null, int Depth = 0, string? Note = null)
{
    /// <summary>The text as an option of a list shows it.</summary>
    public string Indented => new string('　', Depth) + Text + (Note is null ? "" : $"（{Note}）");
}
