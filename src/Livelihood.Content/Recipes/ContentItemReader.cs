using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;

namespace Livelihood.Content.Recipes;

/// <summary>An item of a <c>content</c> step, held against its type's definition: what is unknown or of the wrong kind is refused with its place.</summary>
/// <param name="types">Declared types by name.</param>
/// <param name="parts">Declared parts by name.</param>
/// <param name="codeParts">Parts that code knows.</param>
internal sealed class ContentItemReader(
    IReadOnlyDictionary<string, ContentTypeDefinition> types,
    IReadOnlyDictionary<string, ContentPartDefinition> parts,
    IEnumerable<ContentPartType> codeParts)
{
    /// <summary>
    /// What Orchard Core says of an item beside its parts. Dates, owner and author are accepted and not believed:
    /// when something was published, and by whom, is this portal's own record.
    /// </summary>
    private static readonly string[] Head =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "Agency",
    ];

    private static readonly JsonSerializerOptions Strict = new(ContentData.Json)
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, ContentPartType> _code = codeParts.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>Reads one item.</summary>
    /// <exception cref="RecipeException">It does not fit its type.</exception>
    public RecipeContentItem Read(RecipeElement item, RecipeFile file)
    {
        var typeName = item.Text("ContentType");
        if (!types.TryGetValue(typeName, out var type))
        {
            throw item.WrongAt("ContentType", $"没有内容类型“{typeName}”。已有的有：{string.Join("、", types.Keys.Order(StringComparer.Ordinal))}；新的类型用 ContentDefinition 步骤声明。");
        }

        var data = new JsonObject();
        foreach (var (name, node) in item.Json)
        {
            if (Head.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            var part = type.Parts.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw item.Wrong(node, $"{type.DisplayName}（{typeName}）没有部件“{name}”。可以有：{string.Join("、", type.Parts.Select(p => p.Name))}。");
            data[part.Name] = node is JsonObject content
                ? _code.TryGetValue(part.PartName, out var known) ? CodePart(item, content, known) : FieldPart(item, content, part.PartName)
                : throw item.Wrong(node, $"部件“{name}”应当是对象。");
        }

        foreach (var missing in type.Parts.Where(p => !data.ContainsKey(p.Name)))
        {
            RequireFields(item, item.Json, missing.PartName, []);
        }

        return new RecipeContentItem(
            item.OptionalText("ContentItemId") is { Length: > 0 } id ? CheckedId(item, id) : ContentIdAt.Place(file.Name, item.Json.GetPath()),
            typeName,
            item.OptionalText("Agency"),
            item.Flag("Published", otherwise: true),
            data);
    }

    private static string CheckedId(RecipeElement item, string id) => id.Length == ContentId.Length && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        ? id
        : throw item.WrongAt("ContentItemId", $"编号由 {ContentId.Length} 个小写字母和数字组成，可以用 [js: uuid()] 生成；现为“{id}”。");

    private static JsonNode CodePart(RecipeElement item, JsonObject content, ContentPartType part)
    {
        try
        {
            var value = content.Deserialize(part.Type, Strict);
            return JsonSerializer.SerializeToNode(value, part.Type, ContentData.Json)!;
        }
        catch (JsonException problem)
        {
            var at = NodeAt(content, problem.Path) ?? content;
            throw item.Wrong(at, InChinese(part, problem), problem);
        }
    }

    private JsonObject FieldPart(RecipeElement item, JsonObject content, string partName)
    {
        var fields = parts.TryGetValue(partName, out var definition) ? definition.Fields : [];
        var data = new JsonObject();
        foreach (var (name, node) in content)
        {
            var field = fields.Find(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw item.Wrong(node ?? content, $"部件“{partName}”没有字段“{name}”。可以有：{string.Join("、", fields.Select(f => f.Name))}。");
            var value = node as JsonObject ?? throw item.Wrong(node ?? content, $"字段“{name}”（{field.FieldName}）应当是对象。");
            if (ContentFields.Problem(field, value) is { } problem)
            {
                throw item.Wrong(value, $"字段“{field.Label}”（{field.FieldName}）{problem}。");
            }

            data[field.Name] = value.DeepClone();
        }

        RequireFields(item, content, partName, data);
        return data;
    }

    private void RequireFields(RecipeElement item, JsonNode at, string partName, JsonObject data)
    {
        if (parts.TryGetValue(partName, out var definition)
            && definition.Fields.Find(f => ContentFields.Required(f) && !data.ContainsKey(f.Name)) is { } missing)
        {
            throw item.Wrong(at, $"缺少必填的字段 {partName}.{missing.Name}（{missing.Label}）。");
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

/// <summary>An item as a recipe gives it, checked.</summary>
/// <param name="Id">26 characters.</param>
/// <param name="Type">The content type's name.</param>
/// <param name="Agency">The agency's code or name; null where the item names none.</param>
/// <param name="Publish">Whether it is to be published.</param>
/// <param name="Data">The parts.</param>
internal sealed record RecipeContentItem(string Id, string Type, string? Agency, bool Publish, JsonObject Data);
