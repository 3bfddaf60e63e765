using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>What a stretch of days is to the clock.</summary>
internal enum StretchKind
{
    Reply,
    Extension,
    Suspended,
}

/// <summary>The days after <paramref name="After"/> up to and including <paramref name="Through"/>.</summary>
/// <param name="Kind">What they are counted for, if they are.</param>
/// <param name="After">The day before the first.</param>
/// <param name="Through">The last day.</param>
/// <param name="Counted">Working days counted in it.</param>
/// <param name="Total">Working days of this kind counted so far.</param>
/// <param name="Suspension">Why they are not counted.</param>
internal readonly record struct Stretch(StretchKind Kind, DateOnly After, DateOnly Through, int Counted, int Total, Suspension? Suspension = null);

/// <summary>
/// Walks from day 0 over counted and suspended stretches to the last day. It steps from edge to edge and takes the
/// counts from the calendar's tables, so a deadline costs as many steps as it has suspensions.
/// </summary>
internal static class Counting
{
    /// <summary>The last day of 20 working days and an extension, suspensions left out.</summary>
    /// <param name="start">Day 0.</param>
    /// <param name="extension">Working days granted on top, or 0.</param>
    /// <param name="suspensions">Disjoint and in order.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="into">Collects the stretches, where a derivation is wanted.</param>
    public static DateOnly Walk(DateOnly start, int extension, List<Suspension> suspensions, WorkingDayCalendar calendar, List<Stretch>? into)
    {
        var at = Count(StretchKind.Reply, start, ReplyClock.ReplyLimit, suspensions, calendar, into);
        return extension == 0 ? at : Count(StretchKind.Extension, at, extension, suspensions, calendar, into);
    }

    private static DateOnly Count(StretchKind kind, DateOnly at, int limit, List<Suspension> suspensions, WorkingDayCalendar calendar, List<Stretch>? into)
    {
        var remaining = limit;
        foreach (var suspension in suspensions)
        {
            if (suspension.Through <= at)
            {
                continue;
            }

            var edge = suspension.After > at ? suspension.After : at;
            var free = calendar.CountWorkingDays(at, edge);
            if (free >= remaining)
            {
                break;
            }

            if (edge > at)
            {
                into?.Add(new(kind, at, edge, free, limit - remaining + free));
            }

            into?.Add(new(StretchKind.Suspended, edge, suspension.Through, 0, 0, suspension));
            remaining -= free;
            at = suspension.Through;
        }

        var last = calendar.AddWorkingDays(at, remaining);
        into?.Add(new(kind, at, last, remaining, limit));
        return last;
    }
}
