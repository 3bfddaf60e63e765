using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Calendar;

/// <summary>The calendar's table.</summary>
internal sealed class CalendarModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<CalendarVersion>(version =>
    {
        version.ToTable("calendar_versions");
        version.HasKey(v => v.Number);
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.Version).HasMaxLength(20);
        version.Property(v => v.Reason).HasMaxLength(WorkingDayCalendars.LongestReason);
    });
}
