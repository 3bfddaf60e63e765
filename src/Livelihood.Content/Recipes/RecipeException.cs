using Livelihood.Content.Items;

namespace Livelihood.Content.Recipes;

/// <summary>
/// A recipe cannot be read or run. The message is Chinese, names the place and says what to do;
/// nothing of the recipe has been kept.
/// </summary>
public sealed class RecipeException(RecipePlace place, string problem, Exception? cause = null)
    : ContentRefusedException($"{place}：{problem}", cause)
{
    /// <summary>Where the problem stands.</summary>
    public RecipePlace Place { get; } = place;

    /// <summary>What is wrong and what to do about it, without the place.</summary>
    public string Problem { get; } = problem;
}
