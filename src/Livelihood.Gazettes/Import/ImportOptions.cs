using Livelihood.Gazettes.Domain;
using Livelihood.Platform.Agencies;

namespace Livelihood.Gazettes.Import;

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>Publish at once; else the result is a draft.</summary>
    public bool Publish { get; init; }

    /// <summary>Whether whoever imports may write for the agency that publishes the gazette; null for the command line, which may.</summary>
    public Func<Agency, Task<bool>>? MayWrite { get; init; }

    /// <summary>Says in Chinese why the issue of this masthead is not to be imported, before anything is written; null: nothing is against it.</summary>
    public Func<Masthead, string?>? Objects { get; init; }
}
