using Livelihood.Gazettes.Domain;
using Livelihood.Platform.Agencies;

namespace Livelihood.Gazettes.Import;

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>Publish at once; else the result is a draft.</summary>
    public bool Publish { get; init; }

    /// <summary>Why doubts that are open do not hold the publication up; for the audit chain.</summary>
    public string PublicationReason { get; init; } = "导入时要求立即发布";

    /// <summary>Whether whoever imports may write for the agency that publishes the gazette; null for the command line, which may.</summary>
    public Func<Agency, Task<bool>>? MayWrite { get; init; }

    /// <summary>Says in Chinese why the issue of this masthead is not to be imported, before anything is written; null: nothing is against it.</summary>
    public Func<Masthead, string?>? Objects { get; init; }
}
