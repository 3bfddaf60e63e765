using Livelihood.Content.Parts;
using Livelihood.Content.Taxonomies;

namespace Livelihood.Content.Validation.Rules;

/// <summary>What the catalogue must be able to say of every item (第十二条).</summary>
internal sealed class DisclosureRecordRule(TaxonomyTerms taxonomies) : IPartRule
{
    /// <summary>The longest abstract, in characters.</summary>
    public const int LongestAbstract = 500;

    public string Part => nameof(DisclosureRecordPart);

    public async ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation)
    {
        var part = item.Data.Get<DisclosureRecordPart>() ?? new();
        var tree = await taxonomies.TreeAsync(TaxonomyTerms.Categories, cancellation);
        var isKnown = part.Category is null || tree is null || tree.Lines.Exists(l => (l.Term.Alias ?? l.Term.DisplayText) == part.Category);
        ItemProblem?[] problems =
        [
            part.Category is null ? new(At(nameof(part.Category)), "请选择公开类别。", IsMissing: true) : null,
            isKnown ? null : new(At(nameof(part.Category)), $"公开类别里没有“{part.Category}”。请重新选择。"),
            part.Attribute == DisclosureAttribute.NotDisclosed
                ? new(At(nameof(part.Attribute)), "公开属性是“不予公开”，不能发布。请改选，或者不发布这项内容。", IsMissing: true) : null,
            string.IsNullOrWhiteSpace(part.Abstract) ? new(At(nameof(part.Abstract)), "请填写内容概述，用一两句话说明。", IsMissing: true) : null,
            part.Abstract?.Length > LongestAbstract
                ? new(At(nameof(part.Abstract)), $"内容概述不超过{LongestAbstract}个字，现在有{part.Abstract.Length}个。请缩短。") : null,
        ];
        return [.. problems.OfType<ItemProblem>()];
    }

    private string At(string field) => $"{Part}.{field}";
}
