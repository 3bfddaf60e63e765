using Livelihood.Platform.Data;

namespace Livelihood.Gazettes.Input;

/// <summary>A file from which an issue was imported. The file is kept as it came; by its hash a later import knows it again.</summary>
[Unaudited("Follows from an import, which is audited with the file's hash.")]
public sealed class GazetteSource
{
    /// <summary>How long a name is kept.</summary>
    public const int LongestName = 200;

    /// <summary>The row.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>The file as it came, in the file store.</summary>
    public required string FileHash { get; init; }

    /// <summary>Its name.</summary>
    public required string FileName { get; init; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Which kind of file.</summary>
    public GazetteFormat Format { get; init; }

    /// <summary>The text that was read from it, in the file store.</summary>
    public required string TextHash { get; init; }

    /// <summary>Which of the file's issues, from 1.</summary>
    public int Part { get; init; }

    /// <summary>How many issues the file holds.</summary>
    public int Parts { get; init; }

    /// <summary>What a person should know of the reading, a line each.</summary>
    public string Notes { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ImportedUtc { get; init; }

    /// <summary>Who; see <see cref="Platform.Audit.ICurrentActor"/>.</summary>
    public required string ImportedBy { get; init; }
}
