using System.Text.Json.Nodes;
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

    private readonly PartsReader _reader = new(parts, codeParts);

    /// <summary>Reads one item.</summary>
    /// <exception cref="RecipeException">It does not fit its type.</exception>
    public RecipeContentItem Read(RecipeElement item, RecipeFile file)
    {
        var typeName = item.Text("ContentType");
        if (!types.TryGetValue(typeName, out var type))
        {
            throw item.WrongAt("ContentType", $"没有内容类型“{typeName}”。已有的有：{string.Join("、", types.Keys.Order(StringComparer.Ordinal))}；新的类型用 ContentDefinition 步骤声明。");
        }

        var read = _reader.Read(type, item.Json, Head);
        if (read.Problems is [var problem, ..])
        {
            throw item.Wrong(problem.At, problem.Text, problem.Cause);
        }

        return new RecipeContentItem(
            item.OptionalText("ContentItemId") is { Length: > 0 } id ? CheckedId(item, id) : ContentIdAt.Place(file.Name, item.Json.GetPath()),
            typeName,
            item.OptionalText("Agency"),
            item.Flag("Published", otherwise: true),
            read.Data);
    }

    private static string CheckedId(RecipeElement item, string id) => id.Length == ContentId.Length && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        ? id
        : throw item.WrongAt("ContentItemId", $"编号由 {ContentId.Length} 个小写字母和数字组成，可以用 [js: uuid()] 生成；现为“{id}”。");
}

/// <summary>An item as a recipe gives it, checked.</summary>
/// <param name="Id">26 characters.</param>
/// <param name="Type">The content type's name.</param>
/// <param name="Agency">The agency's code or name; null where the item names none.</param>
/// <param name="Publish">Whether it is to be published.</param>
/// <param name="Data">The parts.</param>
internal sealed record RecipeContentItem(string Id, string Type, string? Agency, bool Publish, JsonObject Data);
