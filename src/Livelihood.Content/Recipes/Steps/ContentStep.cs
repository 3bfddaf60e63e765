using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Validation;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Steps;

/// <summary>
/// Makes content items, and updates those that are there (Orchard Core's <c>content</c>). An item is known by its id.
/// What a recipe said once is not said again over an editor's later work: an item is only touched where the recipe's
/// own text for it is new. Then its parts replace those of the same name; other parts stay.
/// </summary>
internal sealed class ContentStep(
    PortalDbContext db, IContentStore store, IAgencyDirectory agencies, IEnumerable<ContentPartType> codeParts, ItemValidation validation) : IRecipeStep
{
    public string Name => "content";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Data", "Agency");
        var types = await db.Set<ContentTypeDefinition>().AsNoTracking().ToDictionaryAsync(t => t.Name, StringComparer.Ordinal, cancellation);
        var reader = new ContentItemReader(
            types,
            await db.Set<ContentPartDefinition>().AsNoTracking().ToDictionaryAsync(p => p.Name, StringComparer.Ordinal, cancellation),
            codeParts);
        var elements = step.Items("Data");
        var items = elements.Select(e => reader.Read(e, context.File)).ToList();
        await CheckIdsAsync(elements, items, cancellation);
        var existing = await ExistingAsync(items, cancellation);
        for (var i = 0; i < items.Count; i++)
        {
            try
            {
                await WriteAsync(elements[i], items[i], step.OptionalText("Agency"), existing.GetValueOrDefault(items[i].Id), cancellation);
            }
            catch (ContentRefusedException refused) when (refused is not RecipeException)
            {
                throw elements[i].Wrong(null, refused.Message, refused);
            }
        }

        // When all are there, as they may name each other. What is only missing is for people to mend before publication.
        for (var i = 0; i < items.Count; i++)
        {
            var item = new ValidatedItem(types[items[i].Type], new ContentData(items[i].Data), items[i].Agency ?? "", items[i].Id);
            if ((await validation.ProblemsAsync(item, cancellation)).FirstOrDefault(p => !p.IsMissing) is { } problem)
            {
                throw elements[i].Wrong(elements[i].Json[problem.Path.Split('.')[0]], $"{problem.Path}：{problem.Text}");
            }
        }
    }

    private async Task WriteAsync(
        RecipeElement element, RecipeContentItem item, string? agencyOfStep, ContentItem? existing, CancellationToken cancellation)
    {
        var agency = await AgencyAsync(element, item.Agency ?? agencyOfStep, cancellation);
        if (existing is null)
        {
            var created = new NewContent(item.Type, agency.Id, new ContentData(item.Data)) { Id = item.Id };
            await store.CreateAsync(created, cancellation);
        }
        else
        {
            Compare(element, item, agency, existing);
            if (WasSaid(existing, item.Data))
            {
                return;
            }

            var latest = existing.Versions.Single(v => v.Latest);
            await store.SaveAsync(existing.Id, existing.Revision, new ContentData(Merged(latest.Data, item.Data)), cancellation);
        }

        if (item.Publish)
        {
            await store.PublishAsync(item.Id, Unreviewed.Imported, cancellation);
        }
    }

    private static void Compare(RecipeElement element, RecipeContentItem item, Agency agency, ContentItem existing)
    {
        if (existing.Type != item.Type)
        {
            throw element.WrongAt("ContentType", $"编号 {item.Id} 的内容已经存在，类型是 {existing.Type}，不能改为 {item.Type}。");
        }

        if (existing.AgencyId != agency.Id)
        {
            throw element.WrongAt("Agency", $"编号 {item.Id} 的内容属于 {existing.AgencyId}，不能改为 {agency.Id}：索引号以机关编码开头，永不改变。");
        }
    }

    /// <summary>True where some version already says what the recipe says: its parts are among the version's, as they are.</summary>
    private static bool WasSaid(ContentItem existing, JsonObject data)
        => existing.Versions.Exists(v => v.Data == new ContentData((JsonObject)Merged(v.Data, data)).ToString());

    private static JsonObject Merged(string stored, JsonObject data)
    {
        var merged = JsonNode.Parse(stored)!.AsObject();
        foreach (var (name, part) in data)
        {
            merged[name] = part!.DeepClone();
        }

        return merged;
    }

    private async Task<Agency> AgencyAsync(RecipeElement element, string? named, CancellationToken cancellation)
    {
        if (named is null)
        {
            throw element.Wrong(null, "缺少 Agency：写明内容属于哪个机关（编码或者名称），也可以写在步骤上，管整个步骤。");
        }

        return await agencies.FindAsync(named, cancellation)
            ?? await agencies.FindByNameAsync(named, cancellation)
            ?? throw element.WrongAt("Agency", $"没有编码或者名称为“{named}”的机关。请先用 Agencies 步骤登记。");
    }

    private async Task<Dictionary<string, ContentItem>> ExistingAsync(List<RecipeContentItem> items, CancellationToken cancellation)
    {
        var found = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        foreach (var ids in items.Select(i => i.Id).Chunk(200))
        {
            foreach (var item in await db.Set<ContentItem>().AsNoTracking().Include(i => i.Versions).Where(i => ids.Contains(i.Id)).ToListAsync(cancellation))
            {
                found.Add(item.Id, item);
            }
        }

        return found;
    }

    /// <summary>No id twice, and every item that a picker names is there or in this step.</summary>
    private async Task CheckIdsAsync(IReadOnlyList<RecipeElement> elements, List<RecipeContentItem> items, CancellationToken cancellation)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (!own.Add(items[i].Id))
            {
                throw elements[i].WrongAt("ContentItemId", $"编号 {items[i].Id} 在这一步里出现了两次。");
            }
        }

        var named = elements.SelectMany(e => e.Json.Select(p => p.Value).OfType<JsonObject>())
            .SelectMany(part => part.Select(f => f.Value).OfType<JsonObject>())
            .SelectMany(field => field["ContentItemIds"] as JsonArray ?? [])
            .Select(node => (Node: node!, Id: RecipePath.TextOf(node) ?? ""))
            .Where(n => !own.Contains(n.Id))
            .ToList();
        foreach (var chunk in named.Chunk(200))
        {
            var ids = chunk.Select(n => n.Id).Distinct().ToList();
            var there = await db.Set<ContentItem>().Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation);
            if (chunk.FirstOrDefault(n => !there.Contains(n.Id)) is { Node: { } node } missing)
            {
                throw elements[0].Wrong(node, $"没有编号为“{missing.Id}”的内容。它要么已经存在，要么写在同一步里。");
            }
        }
    }
}
