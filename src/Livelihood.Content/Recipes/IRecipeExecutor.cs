namespace Livelihood.Content.Recipes;

/// <summary>Runs recipes (Orchard Core's JSON shape).</summary>
public interface IRecipeExecutor
{
    /// <summary>Runs the recipe in a file, all its steps in one transaction.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told of each step, in Chinese; or null.</param>
    /// <param name="parameters">What <c>[js: parameters('…')]</c> asks for; or null.</param>
    /// <param name="cancellation">Ends the run early; nothing is kept then.</param>
    /// <exception cref="Items.ContentRefusedException">
    /// The recipe is wrong; the Chinese message names file, step, item and field, and nothing was changed.
    /// </exception>
    Task ExecuteAsync(
        string path,
        IProgress<string>? progress = null,
        IReadOnlyDictionary<string, string>? parameters = null,
        CancellationToken cancellation = default);
}
