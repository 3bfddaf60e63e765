using Livelihood.Content.Parts;

namespace Livelihood.Content.Validation.Rules;

/// <summary>Every item has a title, on one line, of a length that lists can show.</summary>
internal sealed class TitleRule : IPartRule
{
    public const int Longest = 300;

    public string Part => nameof(TitlePart);

    public ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation)
    {
        var title = item.Data.Get<TitlePart>()?.Title?.Trim() ?? "";
        return new(title switch
        {
            "" => [new($"{Part}.{nameof(TitlePart.Title)}", "请填写标题。")],
            { Length: > Longest } => [new($"{Part}.{nameof(TitlePart.Title)}", $"标题不超过{Longest}个字，现在有{title.Length}个。请缩短。")],
            _ => [],
        });
    }
}
