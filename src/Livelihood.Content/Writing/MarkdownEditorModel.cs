using Microsoft.AspNetCore.Mvc.Rendering;

namespace Livelihood.Content.Writing;

/// <summary>A field for Markdown: the model of <c>Writing/_MarkdownEditor</c>.</summary>
/// <param name="Name">The form field's name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Hint">A hint under the label, or null.</param>
/// <param name="Value">The text so far.</param>
/// <param name="Error">What is wrong with it, or null.</param>
/// <param name="AgencyId">The agency for which is written.</param>
public sealed record MarkdownEditorModel(string Name, string Label, string? Hint, string? Value, string? Error, string AgencyId)
{
    /// <summary>The field's id, as the error summary links to it.</summary>
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");
}
