using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Reminders;

/// <summary>A reminder that was sent, or could not be for want of an address. The key makes a second one impossible, on whichever node.</summary>
public sealed class SentReminder
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Of which limit.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Which of several, see <see cref="OpenLimit.Reference"/>.</summary>
    public required string Reference { get; init; }

    /// <summary>Of which last day: an extension makes another.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>At which mark, see <see cref="ReminderMarks"/>.</summary>
    public required int Mark { get; init; }

    /// <summary>To whom.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>As what; null in rows of before it was kept.</summary>
    public Reminded? Who { get; init; }

    /// <summary>The message in the outbox; null where the account has no address, and in rows of before it was kept.</summary>
    public Guid? MailId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SentUtc { get; init; }

    /// <summary>The request; set where it was asked for.</summary>
    public DisclosureRequest? Request { get; init; }
}

/// <summary>The table of sent reminders.</summary>
internal sealed class ReminderTablePart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<SentReminder>(sent =>
    {
        sent.ToTable("disclosure_reminders");
        sent.HasKey(s => new { s.RequestId, s.Kind, s.Reference, s.DueOn, s.Mark, s.AccountId });
        sent.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(LimitKind.Reply);
        sent.Property(s => s.Reference).HasMaxLength(20).HasDefaultValue("");
        sent.Property(s => s.Who).HasConversion<string>().HasMaxLength(16);
        sent.HasIndex(s => s.SentUtc);
        sent.HasOne(s => s.Request).WithMany().HasForeignKey(s => s.RequestId);
    });
}
