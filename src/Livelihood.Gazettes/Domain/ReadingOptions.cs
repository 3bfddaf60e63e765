namespace Livelihood.Gazettes.Domain;

/// <summary>What an editor has decided about the reading of a source.</summary>
public sealed record ReadingOptions
{
    /// <summary>Nothing was decided.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>Keys of the corrections (<see cref="TextCorrection.Key"/>) that are not to be made.</summary>
    public IReadOnlySet<string> Reverted { get; init; } = new HashSet<string>();
}
