using System.Data.Common;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>The calendar for a calculator that runs without the website: the portal's own where there is one, else the delivered one.</summary>
public sealed class CalculatorCalendar(PortalDbContext db, IWorkingDayCalendars calendars)
{
    /// <summary>Reads it; never makes or changes a database.</summary>
    public async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancellation = default)
    {
        try
        {
            if (await db.Database.CanConnectAsync(cancellation))
            {
                return await calendars.CurrentAsync(cancellation);
            }
        }
        catch (DbException)
        {
            // A database without our tables yet: nobody has amended a calendar there.
        }

        return new WorkingDayCalendar(CalendarDocument.Delivered());
    }
}
