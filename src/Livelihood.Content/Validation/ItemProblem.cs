namespace Livelihood.Content.Validation;

/// <summary>Something that is wrong with an item, or still missing.</summary>
/// <param name="Path">Part and field, such as <c>Notice.Kind</c> or <c>OfficialDocumentPart.Number</c>.</param>
/// <param name="Text">A Chinese sentence that says what to do.</param>
/// <param name="IsMissing">It only has to be mended before publication; a draft may be kept without.</param>
public sealed record ItemProblem(string Path, string Text, bool IsMissing = false);
