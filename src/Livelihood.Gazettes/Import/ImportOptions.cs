using Livelihood.Platform.Agencies;

namespace Livelihood.Gazettes.Import;

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>Publish at once; else the result is a draft.</summary>
    public bool Publish { get; init; }

    /// <summary>Whether whoever imports may write for the agency that publishes the gazette; null for the command line, which may.</summary>
    public Func<Agency, Task<bool>>? MayWrite { get; init; }
}
