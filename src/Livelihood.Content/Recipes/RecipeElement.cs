using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Livelihood.Content.Recipes;

/// <summary>
/// An object of a step, read with errors that name their place. Steps read through it, so that
/// every step says the same about a missing name, a wrong kind of value or a property nobody knows.
/// </summary>
public sealed class RecipeElement(RecipeFile file, JsonObject json)
{
    /// <summary>The object itself, with all expressions evaluated.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>True where the property is there and not null.</summary>
    public bool Has(string name) => Json[name] is not null;

    /// <summary>A text that must be there and not be blank.</summary>
    public string Text(string name) => OptionalText(name) is { } text && !string.IsNullOrWhiteSpace(text)
        ? text
        : throw Wrong(null, $"缺少 {name}，或者它是空的。");

    /// <summary>A text; null where it is missing.</summary>
    public string? OptionalText(string name) => Json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        { } other => throw Wrong(other, $"{name} 应当是文本，现为 {Shown(other)}。"),
    };

    /// <summary>A yes or no. Older recipes of Orchard Core write it as text, "True".</summary>
    public bool Flag(string name, bool otherwise = false) => Json[name] switch
    {
        null => otherwise,
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        JsonValue value when value.TryGetValue(out string? text) && bool.TryParse(text, out var flag) => flag,
        { } other => throw Wrong(other, $"{name} 应当是 true 或 false。"),
    };

    /// <summary>A whole number that must be there.</summary>
    public int Whole(string name)
    {
        var number = Number(name);
        return number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw Wrong(Json[name], $"{name} 应当是整数，现为 {number}。");
    }

    /// <summary>A number that must be there.</summary>
    public decimal Number(string name) => OptionalNumber(name) ?? throw Wrong(null, $"缺少 {name}。");

    /// <summary>A number; null where it is missing.</summary>
    public decimal? OptionalNumber(string name) => Json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out decimal number) => number,
        { } other => throw Wrong(other, $"{name} 应当是数，现为 {Shown(other)}。"),
    };

    /// <summary>A date written 2019-04-28; null where it is missing.</summary>
    public DateOnly? OptionalDate(string name) => OptionalText(name) switch
    {
        null => null,
        { } text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        { } text => throw Wrong(Json[name], $"{name} 应当写作 2019-04-28 的形式，并且是存在的日期；现为“{text}”。"),
    };

    /// <summary>A date that must be there.</summary>
    public DateOnly Date(string name) => OptionalDate(name) ?? throw Wrong(null, $"缺少 {name}。");

    /// <summary>A list of texts; empty where it is missing.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Entries(name).Select((entry, i) => RecipePath.TextOf(entry) ?? throw Wrong(entry ?? Json[name], $"{name} 的第 {i + 1} 个应当是文本。"))];

    /// <summary>A list of objects; empty where it is missing.</summary>
    public IReadOnlyList<RecipeElement> Items(string name) =>
        [.. Entries(name).Select((entry, i) => entry is JsonObject item ? new RecipeElement(file, item) : throw Wrong(entry ?? Json[name], $"{name} 的第 {i + 1} 个应当是对象。"))];

    /// <summary>The nodes of a list as they stand; empty where it is missing.</summary>
    public IReadOnlyList<JsonNode?> Entries(string name) => Json[name] switch
    {
        null => [],
        JsonArray list => [.. list],
        { } other => throw Wrong(other, $"{name} 应当是数组。"),
    };

    /// <summary>An object; null where it is missing.</summary>
    public RecipeElement? Within(string name) => Json[name] switch
    {
        null => null,
        JsonObject item => new RecipeElement(file, item),
        { } other => throw Wrong(other, $"{name} 应当是对象。"),
    };

    /// <summary>The element of a node found with <see cref="Entries"/>.</summary>
    public RecipeElement Of(JsonObject node) => new(file, node);

    /// <summary>Refuses any property but these: a misspelt name must not pass as "missing".</summary>
    public void Only(params string[] names)
    {
        foreach (var (name, value) in Json)
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Wrong(value, $"不认识“{name}”。这里可以有：{string.Join("、", names)}。");
            }
        }
    }

    /// <summary>The error to throw about a node of this element, or about the element itself.</summary>
    public RecipeException Wrong(JsonNode? node, string problem, Exception? cause = null) => new(file.PlaceOf(node ?? Json), problem, cause);

    private static string Shown(JsonNode node) => node.ToJsonString(AsWritten);

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The error to throw about a property of this element, which may be missing.</summary>
    public RecipeException WrongAt(string name, string problem, Exception? cause = null) => Wrong(Json[name], problem, cause);
}
