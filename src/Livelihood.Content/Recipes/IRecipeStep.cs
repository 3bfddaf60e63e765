namespace Livelihood.Content.Recipes;

/// <summary>A kind of step that recipes may have. A module registers its own; all steps of a run share one transaction.</summary>
public interface IRecipeStep
{
    /// <summary>The step's name in recipes; upper and lower case are the same.</summary>
    string Name { get; }

    /// <summary>
    /// Carries the step out. Everything it writes goes through the scope's context and so through the run's transaction.
    /// A second run with the same step changes nothing.
    /// </summary>
    /// <exception cref="RecipeException">The step is wrong; made by <see cref="RecipeElement.Wrong"/>, so that it names its place.</exception>
    Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation);
}

/// <summary>The run that a step belongs to.</summary>
public sealed class RecipeContext
{
    /// <summary>The recipe.</summary>
    public required RecipeFile File { get; init; }

    /// <summary>Told of what is done, in Chinese; or null.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Runs another recipe within this run.</summary>
    public required Func<RecipeFile, CancellationToken, Task> RunAsync { get; init; }
}
