using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Livelihood.Api.Answers;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Api.Reading;

/// <summary>Tells the content types, so that programs know what fields there are without being told in advance.</summary>
internal sealed class TypesEndpoint(
    ContentDefinitions definitions, CatalogueQuery catalogue, IEnumerable<ContentPartType> codeParts, PublicAddresses addresses)
{
    private static readonly IReadOnlyList<CsvColumn<TypeSummary>> Columns =
        [new("名称", t => t.Name), new("中文名称", t => t.DisplayName), new("列入公开目录", t => t.Listed ? "是" : "否"), new("接口地址", t => t.Self)];

    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellation)
    {
        var listed = (await catalogue.TypesAsync(cancellation)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var types = (await definitions.TypesAsync(cancellation)).Values.OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => new TypeSummary(t.Name, t.DisplayName, listed.Contains(t.Name), SelfOf(t))).ToList();
        return Representation.List(http, new TypeList(types), types, Columns);
    }

    public async Task<IResult> AnswerAsync(string name, HttpContext http, CancellationToken cancellation)
    {
        if (await definitions.TypeAsync(name, cancellation) is not { } type)
        {
            return ApiProblem.NotFound($"没有内容类型“{name}”。全部类型见 /api/v1/types。").Answer();
        }

        var fieldParts = (await definitions.FieldPartsAsync(name, cancellation)).ToDictionary(p => p.Use.Name, p => p.Part, StringComparer.Ordinal);
        return Representation.Json(http, new TypeDetail(
            type.Name, type.DisplayName, SelfOf(type), [.. type.Parts.Select(p => PartOf(p, fieldParts.GetValueOrDefault(p.Name)))]));
    }

    private PartDescription PartOf(TypePart part, ContentPartDefinition? fields) => new(
        part.Name,
        [.. (fields?.Fields ?? []).Select(f => new FieldDescription(f.Name, f.FieldName, f.Label, ContentFields.Required(f), JsonNode.Parse(f.Settings)!.AsObject()))],
        codeParts.FirstOrDefault(c => c.Name == part.PartName) is { } known ? ContentData.Json.GetJsonSchemaAsNode(known.Type) : null);

    private string SelfOf(ContentTypeDefinition type) => addresses.Of($"{ApiRoutes.Root}/types/{type.Name}");
}

/// <summary>A content type, as the list has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DisplayName">Its Chinese name.</param>
/// <param name="Listed">Whether its items stand in the public catalogue.</param>
/// <param name="Self">Its address in this interface.</param>
[Description("内容类型")]
public sealed record TypeSummary(
    [property: Description("名称")] string Name,
    [property: Description("中文名称")] string DisplayName,
    [property: Description("是否列入公开目录")] bool Listed,
    [property: Description("字段说明在本接口的地址")] string Self);

/// <summary>All content types.</summary>
/// <param name="Types">The types.</param>
[Description("全部内容类型")]
public sealed record TypeList(IReadOnlyList<TypeSummary> Types);

/// <summary>A content type with its parts and fields.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DisplayName">Its Chinese name.</param>
/// <param name="Self">Its address in this interface.</param>
/// <param name="Parts">Its parts, in order.</param>
[Description("内容类型及其部件和字段")]
public sealed record TypeDetail(string Name, string DisplayName, string Self, IReadOnlyList<PartDescription> Parts);

/// <summary>A part of a type.</summary>
/// <param name="Name">Its name in the data.</param>
/// <param name="Fields">Its declared fields.</param>
/// <param name="Schema">The JSON schema of a part that code knows; null for others.</param>
[Description("部件")]
public sealed record PartDescription(
    [property: Description("数据中的名称")] string Name,
    [property: Description("声明的字段；由程序定义的部件为空，见 schema")] IReadOnlyList<FieldDescription> Fields,
    [property: Description("由程序定义的部件的 JSON Schema")] JsonNode? Schema);

/// <summary>A field of a part.</summary>
/// <param name="Name">Its name in the data.</param>
/// <param name="Kind">The kind of field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="Settings">Its settings, such as the options of a choice.</param>
[Description("字段")]
public sealed record FieldDescription(
    [property: Description("数据中的名称")] string Name,
    [property: Description("种类，例如 TextField、DateField")] string Kind,
    [property: Description("显示的名称")] string Label,
    [property: Description("是否必填")] bool Required,
    [property: Description("设置，例如可选的值")] JsonObject Settings);
