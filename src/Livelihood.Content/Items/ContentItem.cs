namespace Livelihood.Content.Items;

/// <summary>A thing that is published: it keeps its id, index number and address through all its versions.</summary>
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

    /// <summary>Its address below the portal's root, beginning with a slash; unique.</summary>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Grows with every write; a save that knows an older one is refused, so that no edit is lost.</summary>
    public int Revision { get; set; }

    /// <summary>Its versions.</summary>
    public List<ContentVersion> Versions { get; init; } = [];
}
