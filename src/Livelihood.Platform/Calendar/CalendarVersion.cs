namespace Livelihood.Platform.Calendar;

/// <summary>
/// A calendar that was in force: rows are only ever added, so that a deadline can be replayed on the calendar it was
/// computed with (R-C3, R-C5). Without any row the delivered calendar is in force.
/// </summary>
public sealed class CalendarVersion
{
    /// <summary>1, 2, 3 …; the highest is in force.</summary>
    public required int Number { get; init; }

    /// <summary>The name of the content, see <see cref="CalendarDocument.Version"/>.</summary>
    public required string Version { get; init; }

    /// <summary>When it came into force.</summary>
    public required DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Why it was changed.</summary>
    public required string Reason { get; init; }

    /// <summary>The whole calendar, see <see cref="CalendarDocument.ToJson"/>.</summary>
    public required string Document { get; init; }
}
