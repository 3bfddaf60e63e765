using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Validation.Rules;

/// <summary>The terms chosen are terms of the taxonomy that the field names.</summary>
internal sealed class TermsExistRule(TaxonomyTerms taxonomies) : IFieldRule
{
    public string Kind => "TaxonomyField";

    public async ValueTask<string?> ProblemAsync(PartField field, JsonObject data, CancellationToken cancellation)
    {
        var settings = JsonNode.Parse(field.Settings)?["TaxonomyFieldSettings"];
        var terms = (data["TermContentItemIds"] as JsonArray ?? []).Select(t => (string?)t).ToList();
        var tree = await taxonomies.TreeOfAsync((string?)settings?["TaxonomyContentItemId"] ?? "", cancellation);
        return tree is null || terms.Exists(t => tree.Find(t) is null) ? "选了分类法里没有的项，请重新选择"
            : terms.Count > 1 && settings?["Unique"]?.GetValue<bool>() == true ? "只能选一项"
            : null;
    }
}

/// <summary>The items linked to are there, and of the types that the field takes.</summary>
internal sealed class ItemsExistRule(PortalDbContext db) : IFieldRule
{
    public string Kind => "ContentPickerField";

    public async ValueTask<string?> ProblemAsync(PartField field, JsonObject data, CancellationToken cancellation)
    {
        var settings = JsonNode.Parse(field.Settings)?["ContentPickerFieldSettings"];
        var ids = (data["ContentItemIds"] as JsonArray ?? []).Select(t => (string?)t ?? "").Distinct(StringComparer.Ordinal).ToList();
        var types = (settings?["DisplayedContentTypes"] as JsonArray ?? []).Select(t => (string?)t ?? "").ToList();
        var there = await db.Set<ContentItem>().CountAsync(i => ids.Contains(i.Id) && (types.Count == 0 || types.Contains(i.Type)), cancellation);
        return there < ids.Count ? "选了不存在的内容，或者类型不对，请重新选择"
            : ids.Count > 1 && settings?["Multiple"]?.GetValue<bool>() != true ? "只能选一项"
            : null;
    }
}

/// <summary>The items that relations name are there, and the item itself is not among them.</summary>
internal sealed class RelationsRule(PortalDbContext db) : IPartRule
{
    public string Part => nameof(RelationsPart);

    public async ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation)
    {
        var part = item.Data.Get<RelationsPart>() ?? new();
        var ids = part.All.ToList();
        var there = ids.Count == 0 ? [] : await db.Set<ContentItem>().Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation);
        (string Field, string Label, IReadOnlyList<string> Ids)[] lists =
        [
            (nameof(part.Amends), "修改的文件", part.Amends), (nameof(part.Repeals), "废止的文件", part.Repeals),
            (nameof(part.ReplacedBy), "取代它的文件", part.ReplacedBy), (nameof(part.Interprets), "解读的文件", part.Interprets),
        ];
        return
        [
            .. from list in lists
               where list.Ids.Any(id => id == item.ItemId || !there.Contains(id, StringComparer.Ordinal))
               select new ItemProblem($"{Part}.{list.Field}", $"“{list.Label}”里有不存在的内容，或者是这项内容自己。请重新选择。"),
        ];
    }
}
