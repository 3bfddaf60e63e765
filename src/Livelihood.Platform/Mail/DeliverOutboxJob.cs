using System.Net.Mail;
using System.Text;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Livelihood.Platform.Mail;

/// <summary>The mail server (<c>Mail:…</c>). Without a host, mail waits in the outbox.</summary>
public sealed class MailOptions
{
    /// <summary>The server's name; empty: none.</summary>
    public string Host { get; set; } = "";

    /// <summary>The server's port.</summary>
    public int Port { get; set; } = 25;

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "noreply@localhost";

    /// <summary>Whether to speak STARTTLS.</summary>
    public bool StartTls { get; set; }

    /// <summary>The account at the server; empty: none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";
}

/// <summary>
/// Hands the outbox to the mail server, a batch at a time. A message that fails is tried again after 1, 2, 4 … minutes,
/// at most a day apart. At least once: a crash between the server's yes and the row's update sends again.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DeliverOutboxJob(
    PortalDbContext db, ChinaClock clock, IOptions<MailOptions> options, ILogger<DeliverOutboxJob> log) : IJob
{
    private const int BatchSize = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var settings = options.Value;
        if (settings.Host.Length == 0)
        {
            return;
        }

        var now = clock.UtcNow;
        var due = await db.Set<OutboxMessage>()
            .Where(m => m.SentUtc == null && m.DueUtc <= now)
            .OrderBy(m => m.DueUtc).Take(BatchSize)
            .ToListAsync(cancellationToken);
        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.UserName.Length > 0)
        {
            server.Credentials = new System.Net.NetworkCredential(settings.UserName, settings.Password);
        }

        foreach (var message in due)
        {
            await DeliverAsync(server, settings.From, message, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task DeliverAsync(SmtpClient server, string from, OutboxMessage message, CancellationToken cancellation)
    {
        message.Attempts++;
        try
        {
            using var mail = new MailMessage(from, message.To, message.Subject, message.Body)
            {
                SubjectEncoding = Encoding.UTF8,
                BodyEncoding = Encoding.UTF8,
            };
            mail.Headers.Add("Message-Id", $"<{message.Id:N}@{new MailAddress(from).Host}>");
            if (message.Unsubscribe is { } unsubscribe)
            {
                mail.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
                mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }

            await server.SendMailAsync(mail, cancellation);
            message.SentUtc = clock.UtcNow;
            message.LastError = null;
            if (message.IsForgotten)
            {
                db.Remove(message);
            }
        }
        catch (Exception failure) when (failure is SmtpException or FormatException or InvalidOperationException)
        {
            var wait = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, message.Attempts - 1), 24 * 60));
            message.DueUtc = clock.UtcNow + wait;
            message.LastError = failure.Message;
            log.LogWarning(failure, "Mail {Id} failed at attempt {Attempt}", message.Id, message.Attempts);
        }
    }
}
