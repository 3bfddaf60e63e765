using System.ComponentModel.DataAnnotations.Schema;

namespace Livelihood.Content.Items;

/// <summary>A version of an item. One version of an item is the latest, and at most one is published.</summary>
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
    public required string DisplayText { get; set; }

    /// <summary>The parts as JSON; see <see cref="ContentData"/>.</summary>
    public required string Data { get; set; }

    /// <summary>Whether this is the newest version.</summary>
    public bool Latest { get; set; }

    /// <summary>Whether the public sees this version.</summary>
    public bool Published { get; set; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset ModifiedUtc { get; set; }

    /// <summary>When it was really published; null until then, and never overwritten.</summary>
    public DateTimeOffset? PublishedUtc { get; set; }

    /// <summary>Who wrote it last, as in the audit chain.</summary>
    public required string Author { get; set; }

    /// <summary>The parts.</summary>
    [NotMapped]
    public ContentData Parts => _parts ??= ContentData.Parse(Data);

    /// <summary>The part as a record, or null where the version has none.</summary>
    public T? Part<T>()
        where T : class => Parts.Get<T>();
}
