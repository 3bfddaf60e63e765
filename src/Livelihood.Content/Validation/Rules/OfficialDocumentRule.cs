using Livelihood.Content.Documents;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;

namespace Livelihood.Content.Validation.Rules;

/// <summary>A document's number is one, its dates are in order, and what its record needs is there.</summary>
internal sealed class OfficialDocumentRule : IPartRule
{
    public string Part => nameof(OfficialDocumentPart);

    public ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation)
    {
        var part = item.Data.Get<OfficialDocumentPart>() ?? new();
        ItemProblem?[] problems =
        [
            part.Number is { } number && !DocumentNumber.TryParse(number, out _)
                ? new(At(nameof(part.Number)), $"发文字号“{number}”读不出来。请写全机关代字、年份和序号，例如 云政办〔2026〕8号。") : null,
            part.IssuingAgencies.Count == 0 ? new(At(nameof(part.IssuingAgencies)), "请填写发文机关。", IsMissing: true) : null,
            part.FormedOn is null ? new(At(nameof(part.FormedOn)), "请填写成文日期。", IsMissing: true) : null,
            InOrder(nameof(part.PublishedOn), "发布日期", part.PublishedOn, "成文日期", part.FormedOn),
            InOrder(nameof(part.RepealedOn), "废止日期", part.RepealedOn, "施行日期", part.EffectiveOn ?? part.FormedOn),
        ];
        return new([.. problems.OfType<ItemProblem>()]);
    }

    // A document may take effect before it was formed; it cannot be published before that, or end before it began.
    private ItemProblem? InOrder(string field, string label, DateOnly? date, string earlierLabel, DateOnly? earlier) =>
        date < earlier ? new(At(field), $"{label}（{date.Value.Text()}）早于{earlierLabel}（{earlier!.Value.Text()}）。请核对日期。") : null;

    private string At(string field) => $"{Part}.{field}";
}
