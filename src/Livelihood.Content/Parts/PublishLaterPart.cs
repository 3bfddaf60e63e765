namespace Livelihood.Content.Parts;

/// <summary>
/// When the author wishes the item to be published (Orchard Core's <c>PublishLaterPart</c>). The publisher decides; what
/// was approved is the version's intended time.
/// </summary>
public sealed record PublishLaterPart
{
    /// <summary>The instant, in UTC; null: as soon as it is approved.</summary>
    public DateTimeOffset? ScheduledPublishUtc { get; init; }
}
