namespace Livelihood.Platform.Time;

/// <summary>The time: instants in UTC, legal dates in Asia/Shanghai (R-C6).</summary>
public sealed class ChinaClock(TimeProvider time)
{
    /// <summary>Asia/Shanghai; plain UTC+8 where the machine has no time zone data (the offset since 1991).</summary>
    public static readonly TimeZoneInfo Zone =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "中国标准时间", "中国标准时间");

    /// <summary>Now, to the whole millisecond, which both databases keep.</summary>
    public DateTimeOffset UtcNow => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Today's date in Asia/Shanghai.</summary>
    public DateOnly Today => DateOf(time.GetUtcNow());

    /// <summary>The date in Asia/Shanghai on which an instant falls.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The wall-clock time in Asia/Shanghai of an instant.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant at which a date begins in Asia/Shanghai.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => InstantOf(date, TimeOnly.MinValue);

    /// <summary>The instant of a date and a wall-clock time in Asia/Shanghai.</summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>An instant as people read it, in Asia/Shanghai to the minute: 2019年6月11日 09:30.</summary>
    public static string Text(DateTimeOffset instant) => Local(instant).ToString("yyyy年M月d日 HH:mm");
}
