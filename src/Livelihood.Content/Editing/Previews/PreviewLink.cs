using Livelihood.Content.Items;

namespace Livelihood.Content.Editing.Previews;

/// <summary>A secret address under which one version can be read before it is public, until it ends.</summary>
public sealed class PreviewLink
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The version that it shows, and no other.</summary>
    public Guid VersionId { get; init; }

    /// <summary>The version.</summary>
    public ContentVersion Version { get; init; } = null!;

    /// <summary>SHA-256 of the token, in lower-case hexadecimal; the token itself is not kept. Unique.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Who made it, as in the audit chain.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeUtc { get; init; }

    /// <summary>When it ends, or was ended.</summary>
    public DateTimeOffset EndsUtc { get; set; }

    /// <summary>When it was opened last; null where nobody did.</summary>
    public DateTimeOffset? OpenedUtc { get; set; }
}
