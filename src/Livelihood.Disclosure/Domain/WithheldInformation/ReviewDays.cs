using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>How near the day of a review is.</summary>
public enum ReviewNearness
{
    /// <summary>逾期.</summary>
    Late,

    /// <summary>到期: today is its last day.</summary>
    Due,

    /// <summary>将到期.</summary>
    Soon,

    /// <summary>Later than that.</summary>
    Later,
}

/// <summary>
/// The days by which reviews are late, due or due soon on a day. Days of review are kept as they are counted; that one on
/// a day off can be done on the next working day (R-C6) is asked of the calendar of today, so that a changed calendar moves none.
/// </summary>
/// <param name="Today">Today in Asia/Shanghai.</param>
/// <param name="LateThrough">What was to be reviewed up to this day is late: the last working day before today.</param>
/// <param name="SoonThrough">The last day that counts as soon.</param>
public sealed record ReviewDays(DateOnly Today, DateOnly LateThrough, DateOnly SoonThrough)
{
    /// <summary>How many days before its day a review counts as due soon.</summary>
    public const int Soon = 30;

    /// <summary>The days of today.</summary>
    public static ReviewDays Of(DateOnly today, WorkingDayCalendar calendar)
    {
        var late = today.AddDays(-1);
        while (late >= calendar.First && late <= calendar.Last && !calendar.IsWorkingDay(late))
        {
            late = late.AddDays(-1);
        }

        return new(today, late, today.AddDays(Soon));
    }

    /// <summary>How near a day of review is.</summary>
    public ReviewNearness Of(DateOnly dueOn) =>
        dueOn <= LateThrough ? ReviewNearness.Late : dueOn <= Today ? ReviewNearness.Due : dueOn <= SoonThrough ? ReviewNearness.Soon : ReviewNearness.Later;
}
