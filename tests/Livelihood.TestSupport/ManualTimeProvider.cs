namespace Livelihood.TestSupport;

/// <summary>
/// A clock that stands still until a test moves it. Only the time of day is manual: timers and time stamps
/// for measuring run on the machine's own clock, so that waiting in the host behaves as in production.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    /// <summary>The instant at which tests begin unless they say otherwise: Monday 2 March 2026, 9:30 in Shanghai, a working day.</summary>
    public static DateTimeOffset DefaultStart { get; } = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Sets the clock, forwards or back.</summary>
    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);

    /// <summary>Moves the clock by the given time.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _utcTicks, by.Ticks);
}
