using Livelihood.Platform.Data;
using Livelihood.Platform.Time;

namespace Livelihood.Platform.Mail;

/// <summary>A message to be sent.</summary>
public sealed record OutgoingMail(string To, string Subject, string Body)
{
    /// <summary>Where a GET lets the receiver end such mails and a POST ends them at once (RFC 8058); null: they are not a subscription.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>Nothing of the message is kept once it has left.</summary>
    public bool IsForgotten { get; init; }
}

/// <summary>A message in the outbox; it commits with what it tells of, and leaves after.</summary>
[Unaudited("A message follows from the audited write it tells of; its delivery is recorded in the row.")]
public sealed class OutboxMessage
{
    /// <summary>The row's id; also the Message-Id, so that a second delivery can be recognised.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The receiver's address.</summary>
    public required string To { get; init; }

    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>See <see cref="OutgoingMail.Unsubscribe"/>.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>See <see cref="OutgoingMail.IsForgotten"/>.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>When it was put here.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset DueUtc { get; set; }

    /// <summary>When the mail server took it; null until then.</summary>
    public DateTimeOffset? SentUtc { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last attempt failed with, or null.</summary>
    public string? LastError { get; set; }
}

/// <summary>Where modules leave mail.</summary>
public interface IOutbox
{
    /// <summary>Stages a message; the caller's save writes it, in the same transaction.</summary>
    /// <returns>The message's id, by which it can be asked what became of it.</returns>
    Guid Send(OutgoingMail mail);
}

internal sealed class Outbox(PortalDbContext db, ChinaClock clock) : IOutbox
{
    public Guid Send(OutgoingMail mail)
    {
        var now = clock.UtcNow;
        var message = new OutboxMessage { To = mail.To, Subject = mail.Subject, Body = mail.Body, Unsubscribe = mail.Unsubscribe, IsForgotten = mail.IsForgotten, CreatedUtc = now, DueUtc = now };
        db.Add(message);
        return message.Id;
    }
}
