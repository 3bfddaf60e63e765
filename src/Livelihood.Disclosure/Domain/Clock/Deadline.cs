using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>A day that a step leaves out of the count, and why, in Chinese.</summary>
public sealed record LeftOut(DateOnly On, string Why);

/// <summary>
/// One step of a derivation. The steps of a deadline follow one another without gap from the day of receipt to the last
/// day, and in each of them every day is either counted or left out.
/// </summary>
/// <param name="From">First day of the step.</param>
/// <param name="To">Last day of the step.</param>
/// <param name="Counted">Working days counted in it.</param>
/// <param name="Left">The other days, in order.</param>
/// <param name="Rule">The rule's id, such as R-33a.</param>
/// <param name="Text">The step in Chinese with its article: what requester, handler, letter and API show.</param>
public sealed record DerivationStep(DateOnly From, DateOnly To, int Counted, IReadOnlyList<LeftOut> Left, string Rule, string Text);

/// <summary>A statutory deadline with the way it was computed (R-C5).</summary>
/// <param name="start">Day 0.</param>
/// <param name="due">The last day; the limit ends with it.</param>
/// <param name="calendar">The calendar it was counted on.</param>
/// <param name="derive">Writes the derivation, when somebody reads it.</param>
public sealed class Deadline(DateOnly start, DateOnly due, WorkingDayCalendar calendar, Func<IReadOnlyList<DerivationStep>> derive)
{
    private IReadOnlyList<DerivationStep>? _steps;

    /// <summary>Day 0 of the limit that is running: receipt, or the restart that came last.</summary>
    public DateOnly Start { get; } = start;

    /// <summary>The last day; the limit ends with it.</summary>
    public DateOnly Due { get; } = due;

    /// <summary>Whether it reaches a year whose days off are not announced (暂定, R-C4).</summary>
    public bool IsProvisional => calendar.IsProvisional(Due);

    /// <summary>The version of the calendar it was counted on.</summary>
    public string CalendarVersion => calendar.Version;

    /// <summary>How it was computed.</summary>
    public IReadOnlyList<DerivationStep> Steps => _steps ??= derive();
}
