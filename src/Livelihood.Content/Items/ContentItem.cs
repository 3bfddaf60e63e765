namespace Livelihood.Content.Items;

/// <summary>
/// A thing that is published: it keeps its id and index number through all its versions. It carries what lists show of
/// its latest version, so that a list of a hundred thousand items reads one narrow table.
/// </summary>
public sealed class ContentItem
{
    /// <summary>A stable id of 26 characters; recipes carry it from portal to portal.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its content type.</summary>
    public required string Type { get; init; }

    /// <summary>The agency that is responsible for it.</summary>
    public required string AgencyId { get; init; }

    /// <summary>索引号: agency/year-serial, given once and never changed.</summary>
    public required string IndexNumber { get; init; }

    /// <summary>
    /// Its address below the portal's root, beginning with a slash; unique. It changes only when a version with another
    /// address is published; the former one leads here from then on (<see cref="FormerPath"/>).
    /// </summary>
    public required string Path { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Grows with every write; a save that knows an older one is refused, so that no edit is lost.</summary>
    public int Revision { get; set; }

    /// <summary>The latest version's title.</summary>
    public required string Title { get; set; }

    /// <summary>The latest version's stage.</summary>
    public VersionStage Stage { get; set; }

    /// <summary>When the latest version was written, or last moved on its way.</summary>
    public DateTimeOffset ModifiedUtc { get; set; }

    /// <summary>Whether the public sees a version of it.</summary>
    public bool IsPublished { get; set; }

    /// <summary>Its versions.</summary>
    public List<ContentVersion> Versions { get; init; } = [];
}

/// <summary>An address that an item once had; it redirects for ever.</summary>
public sealed class FormerPath
{
    /// <summary>The address; unique.</summary>
    public required string Path { get; init; }

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>Until when it was the item's own.</summary>
    public DateTimeOffset UntilUtc { get; init; }
}

/// <summary>What remains under the address of an item that was withdrawn.</summary>
public sealed class Tombstone
{
    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The title; null where the title itself is to be seen no more.</summary>
    public string? Title { get; init; }

    /// <summary>Why, for the public to read.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset WithdrawnUtc { get; init; }
}
