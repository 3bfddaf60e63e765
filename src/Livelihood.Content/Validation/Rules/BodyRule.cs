using Livelihood.Content.Parts;

namespace Livelihood.Content.Validation.Rules;

/// <summary>There is something to read: a text or a file.</summary>
internal sealed class BodyRule : IPartRule
{
    public string Part => nameof(MarkdownBodyPart);

    public ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation)
    {
        var hasText = !string.IsNullOrWhiteSpace(item.Data.Get<MarkdownBodyPart>()?.Markdown);
        var hasFiles = item.Data.Get<FilesPart>()?.Files.Count > 0;
        var mayHaveFiles = item.Type.Parts.Exists(p => p.PartName == nameof(FilesPart));
        return new(hasText || hasFiles
            ? []
            : [new($"{Part}.{nameof(MarkdownBodyPart.Markdown)}", mayHaveFiles ? "请填写正文，或者附上文件。" : "请填写正文。", IsMissing: true)]);
    }
}
