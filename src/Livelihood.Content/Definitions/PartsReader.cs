using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;

namespace Livelihood.Content.Definitions;

/// <summary>Something in an item's data that does not fit its type.</summary>
/// <param name="At">Where it stands in the data that was read, or what it is missing from.</param>
/// <param name="Field">Part and field, such as <c>Notice.Kind</c>; the part alone where the whole part is meant.</param>
/// <param name="Text">Chinese; says what would be right.</param>
/// <param name="Cause">What the serializer said, or null.</param>
public sealed record PartProblem(JsonNode At, string Field, string Text, Exception? Cause = null);

/// <summary>An item that a picker field names.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Field">Part and field.</param>
/// <param name="ItemId">The id; empty where it is no text.</param>
public sealed record PickedItem(JsonNode At, string Field, string ItemId);

/// <summary>Data as its type wants it.</summary>
/// <param name="Data">The parts that were given, with names as declared.</param>
/// <param name="Problems">What does not fit; then the data is of no use.</param>
/// <param name="Picked">The items that it names; whether they exist, only the database knows.</param>
public sealed record PartsRead(JsonObject Data, IReadOnlyList<PartProblem> Problems, IReadOnlyList<PickedItem> Picked);

/// <summary>
/// Holds the parts of an item against its type's definition, for everything that comes from outside: recipes and other
/// systems. What is unknown, of the wrong kind or missing is told with its place.
/// </summary>
/// <param name="parts">Declared parts by name.</param>
/// <param name="codeParts">Parts that code knows.</param>
public sealed class PartsReader(IReadOnlyDictionary<string, ContentPartDefinition> parts, IEnumerable<ContentPartType> codeParts)
{
    private static readonly JsonSerializerOptions Strict = new(ContentData.Json)
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, ContentPartType> _code = codeParts.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>Reads the parts of an item.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="item">One member for each part.</param>
    /// <param name="beside">The names of members that are no parts.</param>
    public PartsRead Read(ContentTypeDefinition type, JsonObject item, params IReadOnlyCollection<string> beside)
    {
        var (data, problems, picked) = (new JsonObject(), new List<PartProblem>(), new List<PickedItem>());
        var given = item.Where(m => !beside.Contains(m.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var (name, node) in given)
        {
            var part = type.Parts.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
            if (part is null)
            {
                problems.Add(new(node ?? item, name, $"{type.DisplayName}（{type.Name}）没有部件“{name}”。可以有：{string.Join("、", type.Parts.Select(p => p.Name))}。"));
            }
            else if (node is not JsonObject content)
            {
                problems.Add(new(node ?? item, part.Name, $"部件“{name}”应当是对象。"));
            }
            else if (_code.TryGetValue(part.PartName, out var known))
            {
                data[part.Name] = CodePart(part.Name, content, known, problems);
            }
            else
            {
                data[part.Name] = FieldPart(part, content, problems, picked);
            }
        }

        foreach (var missing in type.Parts.Where(p => !given.Exists(g => string.Equals(g.Key, p.Name, StringComparison.OrdinalIgnoreCase))))
        {
            RequireFields(item, missing, [], problems);
        }

        return new(data, problems, picked);
    }

    private static JsonNode? CodePart(string name, JsonObject content, ContentPartType part, List<PartProblem> problems)
    {
        try
        {
            var value = content.Deserialize(part.Type, Strict);
            return JsonSerializer.SerializeToNode(value, part.Type, ContentData.Json);
        }
        catch (JsonException problem)
        {
            var path = problem.Path is { Length: > 2 } inside ? $"{name}.{inside[2..]}" : name;
            problems.Add(new(NodeAt(content, problem.Path) ?? content, path, InChinese(part, problem), problem));
            return null;
        }
    }

    private JsonObject FieldPart(TypePart part, JsonObject content, List<PartProblem> problems, List<PickedItem> picked)
    {
        var fields = parts.TryGetValue(part.PartName, out var definition) ? definition.Fields : [];
        var data = new JsonObject();
        foreach (var (name, node) in content)
        {
            var place = $"{part.Name}.{name}";
            if (fields.Find(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } field)
            {
                problems.Add(new(node ?? content, place, $"部件“{part.PartName}”没有字段“{name}”。可以有：{string.Join("、", fields.Select(f => f.Name))}。"));
            }
            else if (node is not JsonObject value)
            {
                problems.Add(new(node ?? content, place, $"字段“{name}”（{field.FieldName}）应当是对象。"));
            }
            else if (ContentFields.Problem(field, value) is { } problem)
            {
                problems.Add(new(value, place, $"字段“{field.Label}”（{field.FieldName}）{problem}。"));
            }
            else
            {
                data[field.Name] = value.DeepClone();
                picked.AddRange((value["ContentItemIds"] as JsonArray ?? []).OfType<JsonNode>()
                    .Select(id => new PickedItem(id, $"{part.Name}.{field.Name}", id.GetValue<string>())));
            }
        }

        RequireFields(content, part, content, problems);
        return data;
    }

    private void RequireFields(JsonNode at, TypePart part, JsonObject given, List<PartProblem> problems)
    {
        if (parts.TryGetValue(part.PartName, out var definition))
        {
            problems.AddRange(definition.Fields
                .Where(f => ContentFields.Required(f) && !given.Any(g => string.Equals(g.Key, f.Name, StringComparison.OrdinalIgnoreCase)))
                .Select(f => new PartProblem(at, $"{part.Name}.{f.Name}", $"缺少必填的字段 {part.PartName}.{f.Name}（{f.Label}）。")));
        }
    }

    /// <summary>The node that a serializer's path, relative to the part, points at.</summary>
    private static JsonNode? NodeAt(JsonObject content, string? path)
    {
        JsonNode? at = content;
        foreach (var step in (path ?? "$").Split('.', '[').Skip(1))
        {
            var next = step.EndsWith(']') && int.TryParse(step[..^1], out var index)
                ? (at as JsonArray)?.ElementAtOrDefault(index)
                : (at as JsonObject)?[step];
            if (next is null)
            {
                return at;
            }

            at = next;
        }

        return at;
    }

    private static string InChinese(ContentPartType part, JsonException problem)
    {
        var fields = string.Join("、", part.Type.GetProperties().Where(p => p.CanWrite).Select(p => p.Name));
        var last = problem.Path?.Split('.').LastOrDefault() ?? "";
        return problem.Message switch
        {
            var m when m.Contains("could not be mapped", StringComparison.Ordinal) => $"部件“{part.Name}”没有字段“{last}”。可以有：{fields}。",
            var m when m.Contains("missing required", StringComparison.Ordinal) => $"部件“{part.Name}”缺少必填的字段。可以有：{fields}。",
            var m when m.Contains("doesn't allow setting null", StringComparison.Ordinal) || m.Contains("doesn't allow null", StringComparison.Ordinal) => $"{last} 不能为空。",
            _ => $"{last} 的值不对：类型或者写法不合要求（日期写作 2019-04-28，数不加引号，选项用规定的词）。",
        };
    }
}
