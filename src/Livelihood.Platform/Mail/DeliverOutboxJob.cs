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
/// Hands the outbox to the mail server, a batch at a time. Each message is claimed before it is sent, so that of several
/// nodes one sends it; where that one dies, another may take over when the claim has run out. A message that fails is tried
/// again after 1, 2, 4 … minutes, at most a day apart. At least once: a crash between the server's yes and the row's update
/// sends again.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DeliverOutboxJob(
    PortalDbContext db, ChinaClock clock, IOptions<MailOptions> options, ILogger<DeliverOutboxJob> log) : IJob
{
    private const int BatchSize = 50;

    /// <summary>How long a server may take for one message; well below <see cref="ClaimLasts"/>, or two nodes would send it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.Host.Length > 0)
        {
            await DeliverAsync(options.Value, cancellationToken);
        }
    }

    /// <summary>Delivers what is due.</summary>
    internal async Task DeliverAsync(MailOptions settings, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.SentUtc == null && m.DueUtc <= now)
            .OrderBy(m => m.DueUtc).Take(BatchSize)
            .ToListAsync(cancellation);
        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.UserName.Length > 0)
        {
            server.Credentials = new System.Net.NetworkCredential(settings.UserName, settings.Password);
        }

        foreach (var message in due)
        {
            if (await ClaimAsync(message, cancellation))
            {
                await DeliverAsync(server, settings.From, message, cancellation);
            }
        }
    }

    /// <summary>Whether the message is this node's: of all that saw it due at the same time, one moves it on.</summary>
    private async Task<bool> ClaimAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var until = clock.UtcNow + ClaimLasts;
        return await db.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.SentUtc == null && m.DueUtc == message.DueUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueUtc, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation) > 0;
    }

    private async Task DeliverAsync(SmtpClient server, string from, OutboxMessage message, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var row = db.Set<OutboxMessage>().Where(m => m.Id == message.Id);
        try
        {
            using var mail = Write(from, message);
            await server.SendMailAsync(mail, patience.Token);
        }
        catch (Exception failure) when (failure is SmtpException or FormatException or InvalidOperationException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var attempt = message.Attempts + 1;
            var (next, why) = (clock.UtcNow + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempt - 1), 24 * 60)), MailFault.Describe(failure));
            await row.Where(m => m.SentUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueUtc, next).SetProperty(m => m.LastError, why), cancellation);
            log.LogWarning("Mail {Id} failed at attempt {Attempt}: {Fault}", message.Id, attempt, why);
            return;
        }

        // It has left: that stays to be written down even while the portal is being stopped.
        var sent = clock.UtcNow;
        await (message.IsForgotten
            ? row.ExecuteDeleteAsync(CancellationToken.None)
            : row.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentUtc, sent).SetProperty(m => m.LastError, (string?)null), CancellationToken.None));
    }

    private static MailMessage Write(string from, OutboxMessage message)
    {
        var mail = new MailMessage(from, message.To, message.Subject, message.Body)
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

        return mail;
    }
}
