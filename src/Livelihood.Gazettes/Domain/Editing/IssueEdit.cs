using System.Text.Json;
using System.Text.Json.Serialization;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>
/// One thing an editor did to the structure of a digitised issue. Places are lines of the source, which never change; a document
/// is named by its first line, an entry of the contents by its first line, a section by its key (<see cref="PrintedSection.Line"/>).
/// Edits are stored for good: names and members must not change.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(SplitDocument), "split-document")]
[JsonDerivedType(typeof(JoinDocument), "join-document")]
[JsonDerivedType(typeof(SplitBlock), "split-block")]
[JsonDerivedType(typeof(JoinBlocks), "join-blocks")]
[JsonDerivedType(typeof(MarkLines), "mark-lines")]
[JsonDerivedType(typeof(MarkFurniture), "mark-furniture")]
[JsonDerivedType(typeof(CorrectLine), "correct-line")]
[JsonDerivedType(typeof(SetCorrection), "set-correction")]
[JsonDerivedType(typeof(SetField), "set-field")]
[JsonDerivedType(typeof(MoveDocument), "move-document")]
[JsonDerivedType(typeof(LinkEntry), "link-entry")]
[JsonDerivedType(typeof(SetEntry), "set-entry")]
[JsonDerivedType(typeof(RemoveEntry), "remove-entry")]
[JsonDerivedType(typeof(AddSection), "add-section")]
[JsonDerivedType(typeof(RenameSection), "rename-section")]
[JsonDerivedType(typeof(RemoveSection), "remove-section")]
[JsonDerivedType(typeof(SetMasthead), "set-masthead")]
[JsonDerivedType(typeof(DecideDoubt), "decide-doubt")]
public abstract record IssueEdit
{
    /// <summary>Longest value of an edit, in characters.</summary>
    public const int LongestValue = 2000;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What it does, in Chinese, for the list of what was done.</summary>
    [JsonIgnore]
    public abstract string Text { get; }

    /// <summary>The edit as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is no edit.</summary>
    public static IssueEdit? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json) || json.Length > 4 * LongestValue)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<IssueEdit>(json, Json);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>An edit that sets a value, which an editor can type instead of taking the one proposed.</summary>
/// <param name="Value">The value as typed; empty for none.</param>
public abstract record ValueEdit(string Value) : IssueEdit
{
    /// <summary>What is set, in Chinese.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <inheritdoc />
    public override string Text => Value.Length == 0 ? $"{Name}设为没有" : $"{Name}设为“{(Value.Length > 60 ? Value[..60] + "……" : Value)}”";
}
