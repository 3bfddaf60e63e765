using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Platform.Agencies;

namespace Livelihood.Content.Recipes.Export;

/// <summary>The steps that declare what exported items need: their types with the parts of fields, and their agencies.</summary>
public sealed class RecipeDeclarations(ContentDefinitions definitions, IAgencyDirectory agencies)
{
    internal async Task<IReadOnlyList<JsonObject>> StepsAsync(
        IReadOnlySet<string> types, IReadOnlySet<string> agencyIds, CancellationToken cancellation) =>
        [await TypesAsync(types, cancellation), await AgenciesAsync(agencyIds, cancellation)];

    private async Task<JsonObject> TypesAsync(IReadOnlySet<string> names, CancellationToken cancellation)
    {
        var (types, parts) = (new JsonArray(), new Dictionary<string, JsonNode>(StringComparer.Ordinal));
        foreach (var type in (await definitions.TypesAsync(cancellation)).Values.Where(t => names.Contains(t.Name)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            types.Add(new JsonObject
            {
                ["Name"] = type.Name,
                ["DisplayName"] = type.DisplayName,
                ["Settings"] = JsonNode.Parse(type.Settings),
                ["ContentTypePartDefinitionRecords"] = new JsonArray([.. type.Parts.Select(JsonNode (p) => new JsonObject
                {
                    ["PartName"] = p.PartName,
                    ["Name"] = p.Name,
                    ["Settings"] = JsonNode.Parse(p.Settings),
                })]),
            });
            foreach (var (_, part) in await definitions.FieldPartsAsync(type.Name, cancellation))
            {
                parts[part.Name] = Part(part);
            }
        }

        return new()
        {
            ["name"] = "ContentDefinition",
            ["ContentTypes"] = types,
            ["ContentParts"] = new JsonArray([.. parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value)]),
        };
    }

    private static JsonObject Part(ContentPartDefinition part) => new()
    {
        ["Name"] = part.Name,
        ["Settings"] = JsonNode.Parse(part.Settings),
        ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. part.Fields.Select(JsonNode (f) => new JsonObject
        {
            ["FieldName"] = f.FieldName,
            ["Name"] = f.Name,
            ["Settings"] = JsonNode.Parse(f.Settings),
        })]),
    };

    // With those above them, which must be there first.
    private async Task<JsonObject> AgenciesAsync(IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        var needed = all.Where(a => ids.Contains(a.Id)).SelectMany(a => a.LineFrom(all).Reverse()).DistinctBy(a => a.Id);
        return new() { ["name"] = "Agencies", ["Agencies"] = new JsonArray([.. needed.Select(JsonNode (a) => AgencyOf(a))]) };
    }

    private static JsonObject AgencyOf(Agency agency) => new(new Dictionary<string, JsonNode?>
    {
        ["Id"] = agency.Id,
        ["Name"] = agency.Name,
        ["ShortName"] = agency.ShortName,
        ["ParentId"] = agency.ParentId,
        ["DocumentCodes"] = Texts(agency.DocumentCodes),
        ["FormerNames"] = new JsonArray([.. agency.FormerNames.Select(JsonNode (f) => new JsonObject(new Dictionary<string, JsonNode?>
        {
            ["Name"] = f.Name,
            ["ShortName"] = f.ShortName,
            ["From"] = f.From?.ToString("yyyy-MM-dd"),
            ["To"] = f.To?.ToString("yyyy-MM-dd"),
        }.Where(m => m.Value is not null)))]),
        ["AcceptsRequests"] = agency.AcceptsRequests,
        ["RequestPhone"] = agency.RequestPhone,
        ["RequestAddress"] = agency.RequestAddress,
        ["Order"] = agency.Order,
    }.Where(m => m.Value is not null));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
