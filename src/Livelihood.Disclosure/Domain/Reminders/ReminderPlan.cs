using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Reminders;

/// <summary>At which marks who is reminded, as it is configured.</summary>
/// <param name="Of">The marks of a reply deadline, for each.</param>
/// <param name="Correction">Those of the last day to ask for a correction, for handlers alone.</param>
/// <param name="Waiting">Those of what others have to do (R-30, R-32, R-34, R-35, R-FEE), for handlers.</param>
/// <param name="WaitingHead">The same, for the head: where nothing was recorded though it ran out.</param>
public sealed record ReminderPlan(
    IReadOnlyDictionary<Reminded, IReadOnlyList<int>> Of, IReadOnlyList<int> Correction, IReadOnlyList<int> Waiting, IReadOnlyList<int> WaitingHead)
{
    /// <summary>The earliest mark: nothing farther off has to be looked at.</summary>
    public int Farthest => Of.Values.Append(Correction).Append(Waiting).Append(WaitingHead).SelectMany(marks => marks).Append(1).Max();

    /// <summary>The mark that counts on a day, or null where nobody is to be reminded.</summary>
    public int? Reached(LimitKind kind, Reminded who, DateOnly due, DateOnly today, WorkingDayCalendar calendar) =>
        kind == LimitKind.CorrectionNotice && today > due ? null : ReminderMarks.Reached(MarksOf(kind, who), due, today, calendar);

    private IEnumerable<int> MarksOf(LimitKind kind, Reminded who) => kind switch
    {
        LimitKind.Reply or LimitKind.Remedy => Of[who],

        // What is to be confirmed is the handlers' affair on its day, and everybody's when the day has passed.
        LimitKind.Confirmation => Of[who].Where(mark => mark < 0 || (mark == 0 && who == Reminded.Handler)),
        LimitKind.CorrectionNotice => who == Reminded.Handler ? Correction.Where(mark => mark >= 0) : [],
        _ => who switch { Reminded.Handler => Waiting, Reminded.Head => WaitingHead, _ => [] },
    };
}
