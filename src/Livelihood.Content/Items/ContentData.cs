using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Livelihood.Content.Items;

/// <summary>
/// The data of a version: a JSON object with one member for each part, as in Orchard Core. Parts that code knows are
/// read and written as records; the others as JSON.
/// </summary>
public sealed class ContentData
{
    /// <summary>How parts are written: property names as they are, enumerations by name, Chinese unescaped.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly JsonObject _parts;

    /// <summary>Data without parts.</summary>
    public ContentData() => _parts = [];

    /// <summary>Data of the parts given, each a record such as <c>TitlePart</c>.</summary>
    public ContentData(params object[] parts)
        : this()
    {
        foreach (var part in parts)
        {
            _parts[part.GetType().Name] = JsonSerializer.SerializeToNode(part, part.GetType(), Json);
        }
    }

    /// <summary>Data of the JSON object given, which this takes over.</summary>
    public ContentData(JsonObject parts) => _parts = parts;

    /// <summary>The names of the parts that have data.</summary>
    public IEnumerable<string> PartNames => _parts.Select(p => p.Key);

    /// <summary>Reads stored data.</summary>
    public static ContentData Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>The part as a record, or null where the version has none.</summary>
    public T? Get<T>()
        where T : class => _parts[typeof(T).Name]?.Deserialize<T>(Json);

    /// <summary>The part's JSON, or null.</summary>
    public JsonObject? Get(string partName) => _parts[partName] as JsonObject;

    /// <summary>Sets a part.</summary>
    public ContentData Set<T>(T part)
        where T : class
    {
        _parts[typeof(T).Name] = JsonSerializer.SerializeToNode(part, Json);
        return this;
    }

    /// <summary>Sets a part's JSON.</summary>
    public ContentData Set(string partName, JsonObject part)
    {
        _parts[partName] = part;
        return this;
    }

    /// <summary>The stored form: members in order of name, so that equal data is equal text.</summary>
    public override string ToString() => Sorted(_parts).ToJsonString(Json);

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Sorted(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(m => m is null ? null : Sorted(m))]),
        _ => node.DeepClone(),
    };
}
