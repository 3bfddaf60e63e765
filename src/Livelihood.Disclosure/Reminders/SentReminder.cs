using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Reminders;

/// <summary>A reminder that was sent. The key makes a second one impossible, on whichever node.</summary>
public sealed class SentReminder
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Of which deadline: an extension makes another.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>At which mark, see <see cref="Domain.Reminders.ReminderMarks"/>.</summary>
    public required int Mark { get; init; }

    /// <summary>To whom.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SentUtc { get; init; }
}

/// <summary>The table of sent reminders.</summary>
internal sealed class ReminderTablePart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<SentReminder>(sent =>
    {
        sent.ToTable("disclosure_reminders");
        sent.HasKey(s => new { s.RequestId, s.DueOn, s.Mark, s.AccountId });
        sent.HasOne<DisclosureRequest>().WithMany().HasForeignKey(s => s.RequestId);
    });
}
