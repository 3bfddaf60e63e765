namespace Livelihood.Content.Recipes;

/// <summary>Where something stands in a recipe file: enough for its author to put a finger on it.</summary>
/// <param name="File">File name without its folder, e.g. <c>setup.recipe.json</c>.</param>
/// <param name="Path">JSON path, e.g. <c>$.steps[2].data[0].TitlePart.Title</c>.</param>
/// <param name="Line">1-based line; 0 where the file gives none.</param>
/// <param name="Step">1-based number of the step; null outside the steps.</param>
/// <param name="StepName">The step's <c>name</c>, if it has one.</param>
/// <param name="Item">What the entry of the step's list calls itself, with its 1-based number; null outside a list.</param>
public sealed record RecipePlace(string File, string Path, int Line, int? Step, string? StepName, string? Item)
{
    /// <summary>The place as a reader of Chinese is told it.</summary>
    public override string ToString()
    {
        var parts = new List<string> { Line > 0 ? $"{File} 第 {Line} 行" : File };
        if (Step is { } step)
        {
            parts.Add(StepName is null ? $"第 {step} 步" : $"第 {step} 步“{StepName}”");
        }

        if (Item is not null)
        {
            parts.Add(Item);
        }

        if (Path is not ("" or "$"))
        {
            parts.Add(Path);
        }

        return string.Join("，", parts);
    }
}
