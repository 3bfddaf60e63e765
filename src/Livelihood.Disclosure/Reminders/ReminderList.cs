using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Reminders;

/// <summary>What is looked for among sent reminders.</summary>
/// <param name="Number">In the request's number; null: any.</param>
/// <param name="Kind">Of which limit; null: any.</param>
/// <param name="Who">To whom; null: anybody.</param>
/// <param name="Agency">Of which agency's requests; null: any.</param>
/// <param name="OnlyUnreached">Only those that did not arrive: without an address, or refused by the mail server so far.</param>
public sealed record ReminderFilter(string? Number = null, LimitKind? Kind = null, Reminded? Who = null, string? Agency = null, bool OnlyUnreached = false);

/// <summary>What became of a reminder.</summary>
public enum ReminderFate
{
    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>It waits in the outbox.</summary>
    Waiting,

    /// <summary>The mail server refused it so far; it is tried again.</summary>
    Failed,

    /// <summary>The account has no address.</summary>
    NoAddress,

    /// <summary>Sent before it was kept what becomes of them.</summary>
    Unknown,
}

/// <summary>A reminder in the list.</summary>
public sealed record ListedReminder(SentReminder Reminder, string Number, ReminderFate Fate);

/// <summary>A page of the list.</summary>
/// <param name="Reminders">The last sent first.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record ReminderPage(IReadOnlyList<ListedReminder> Reminders, int Total);

/// <summary>Lists the reminders that were sent, for those who answer for an office.</summary>
public sealed class ReminderList(PortalDbContext db)
{
    /// <summary>Reminders on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How far reminders are counted and pages are turned.</summary>
    public const int MostCounted = 2_000;

    /// <summary>A page of what is looked for.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<ReminderPage> PageAsync(AgencyReach reach, ReminderFilter filter, int page, CancellationToken cancellation = default)
    {
        var found = from sent in db.Set<SentReminder>().AsNoTracking()
                    join mail in db.Set<OutboxMessage>().AsNoTracking() on sent.MailId equals (Guid?)mail.Id into mails
                    from mail in mails.DefaultIfEmpty()
                    select new { Sent = sent, sent.Request!.Number, sent.Request.AgencyId, Mail = mail };
        found = reach.Everything ? found : found.Where(one => reach.Ids.Contains(one.AgencyId));
        found = filter.Number is { } number ? found.Where(one => one.Number.Contains(number)) : found;
        found = filter.Kind is { } kind ? found.Where(one => one.Sent.Kind == kind) : found;
        found = filter.Who is { } who ? found.Where(one => one.Sent.Who == who) : found;
        found = filter.Agency is { } agency ? found.Where(one => one.AgencyId == agency) : found;
        found = filter.OnlyUnreached
            ? found.Where(one => (one.Sent.MailId == null && one.Sent.Who != null) || (one.Mail != null && one.Mail.SentUtc == null && one.Mail.LastError != null))
            : found;
        var rows = await found.OrderByDescending(one => one.Sent.SentUtc).ThenBy(one => one.Number).ThenBy(one => one.Sent.AccountId).ThenBy(one => one.Sent.Kind)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(one => new { one.Sent, one.Number, HasMail = one.Mail != null, Left = one.Mail != null && one.Mail.SentUtc != null, Failed = one.Mail != null && one.Mail.LastError != null })
            .ToListAsync(cancellation);
        return new(
            [.. rows.Select(row => new ListedReminder(row.Sent, row.Number, FateOf(row.Sent, row.HasMail, row.Left, row.Failed)))],
            await found.OrderByDescending(one => one.Sent.SentUtc).Select(one => one.Sent.RequestId).Take(MostCounted).CountAsync(cancellation));
    }

    private static ReminderFate FateOf(SentReminder sent, bool hasMail, bool left, bool failed) =>
        sent.Who is null ? ReminderFate.Unknown
        : sent.MailId is null ? ReminderFate.NoAddress
        : !hasMail || left ? ReminderFate.Sent
        : failed ? ReminderFate.Failed
        : ReminderFate.Waiting;
}
