using System.Collections.Concurrent;
using Livelihood.Platform.Calendar;

namespace Livelihood.TestSupport.Office;

/// <summary>The day that it is for everybody in an office, and what is kept beside the register.</summary>
/// <param name="calendar">The working days.</param>
/// <param name="ledger">The tally.</param>
internal sealed class OfficeDay(WorkingDayCalendar calendar, OfficeLedger ledger)
{
    private int _steps;

    public DateOnly Today { get; set; }

    public OfficeLedger Ledger => ledger;

    public ConcurrentBag<ShownReceipt> Receipts { get; } = [];

    public int Steps => _steps;

    /// <summary>Something was done.</summary>
    public void Step() => Interlocked.Increment(ref _steps);

    /// <summary>The day after so many working days from today.</summary>
    public DateOnly After(int workingDays) => calendar.AddWorkingDays(Today, workingDays);
}
