namespace Livelihood.Gazettes.Input.Batch;

/// <summary>A file of a batch, read when its turn comes.</summary>
/// <param name="Name">Its name with the folders above it.</param>
/// <param name="ReadAsync">Reads it; refuses with <see cref="Import.GazetteRefusedException"/>.</param>
public sealed record BatchFile(string Name, Func<CancellationToken, Task<GazetteFile>> ReadAsync)
{
    /// <summary>Text alone, such as the scan of one page.</summary>
    internal bool IsText => Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
}
