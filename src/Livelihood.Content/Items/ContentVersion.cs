using System.ComponentModel.DataAnnotations.Schema;

namespace Livelihood.Content.Items;

/// <summary>
/// A version of an item. What it says never changes: every save makes a new one. One version of an item is the latest,
/// and at most one is published.
/// </summary>
public sealed class ContentVersion
{
    private ContentData? _parts;

    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The item's id.</summary>
    public required string ItemId { get; init; }

    /// <summary>The item.</summary>
    public ContentItem Item { get; init; } = null!;

    /// <summary>1, 2, 3 … within the item.</summary>
    public int Number { get; init; }

    /// <summary>What lists show: the title.</summary>
    public required string DisplayText { get; init; }

    /// <summary>The parts as JSON; see <see cref="ContentData"/>.</summary>
    public required string Data { get; init; }

    /// <summary>Where it stands on its way.</summary>
    public VersionStage Stage { get; set; }

    /// <summary>Whether this is the newest version.</summary>
    public bool Latest { get; set; }

    /// <summary>Whether the public sees this version.</summary>
    public bool Published { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset ModifiedUtc { get; init; }

    /// <summary>When it was to be published, as approved; null until then.</summary>
    public DateTimeOffset? IntendedUtc { get; set; }

    /// <summary>When it was really published; null until then, and never overwritten.</summary>
    public DateTimeOffset? PublishedUtc { get; set; }

    /// <summary>Who wrote it, as in the audit chain.</summary>
    public required string Author { get; init; }

    /// <summary>
    /// Everybody who wrote on it since the last version that was published: none of them may review or approve it.
    /// </summary>
    public List<string> Authors { get; init; } = [];

    /// <summary>The parts.</summary>
    [NotMapped]
    public ContentData Parts => _parts ??= ContentData.Parse(Data);

    /// <summary>The part as a record, or null where the version has none.</summary>
    public T? Part<T>()
        where T : class => Parts.Get<T>();
}
