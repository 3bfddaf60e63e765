using System.Text.Json;
using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Persons;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>A request, read and checked, ready to be filed.</summary>
/// <param name="Agency">The agency that is asked.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="Wanted">What is asked for; of a correction the record, and what is wrong with it.</param>
/// <param name="Matter">What kind of case it is.</param>
public sealed record NewRequest(Agency Agency, Requester Requester, WantedInformation Wanted, RequestMatter Matter = RequestMatter.Information);

/// <summary>What the requester keeps of a filed request.</summary>
/// <param name="Number">The receipt number.</param>
/// <param name="Code">The query code as it is shown; nobody can look it up later.</param>
/// <param name="RegisteredUtc">When it was registered.</param>
/// <param name="AuditHash">The hash of the register's audit entry.</param>
/// <param name="Agency">The agency that is asked.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedOn">The day of receipt, or null while the office has to confirm.</param>
/// <param name="ConfirmationDue">Where it has: the working day on which it is to do so (R-31b, R-31c).</param>
/// <param name="Due">The reply deadline; an estimate where the office has to confirm yet.</param>
public sealed record FilingReceipt(
    string Number, string Code, DateTimeOffset RegisteredUtc, string AuditHash, Agency Agency, Channel Channel, DateOnly? ReceivedOn, DateOnly ConfirmationDue, Deadline Due);

/// <summary>How and when a request reached the office.</summary>
/// <param name="Channel">How.</param>
/// <param name="On">The day it was handed in, signed for or arrived.</param>
public sealed record Arrival(Channel Channel, DateOnly On);

/// <summary>Enters requests into the one register of all channels (R-29b).</summary>
public sealed class RequestFiling(
    PortalDbContext db, IAuditTrail audit, ChinaClock clock, IWorkingDayCalendars calendars, PersonalData personalData, RequestLog log,
    LetterMaking letters, CollectedRequests collected, WaitingPapers papers, PersonHashes persons, RequesterNotices notices)
{
    /// <summary>The action under which a filed request stands in the audit chain.</summary>
    public const string Action = "request.filed";

    /// <summary>
    /// Files a request: request, event, encrypted requester, papers, audit entry and acknowledgement commit together. The
    /// same form sent again gives the receipt of the first time.
    /// </summary>
    /// <param name="wanted">What is asked for, and by whom.</param>
    /// <param name="form">The form's secret.</param>
    /// <param name="came">How and when it came; null: over the internet, today.</param>
    /// <param name="citizen">The account that collects it; null: none.</param>
    /// <param name="cancellation">Ends the filing early.</param>
    /// <exception cref="DisclosureRuleException">It arrived after today, or before the calendar begins (R-ORD).</exception>
    public async Task<FilingReceipt> FileAsync(NewRequest wanted, SubmissionKey form, Arrival? came = null, Guid? citizen = null, CancellationToken cancellation = default)
    {
        var arrival = came ?? new(Channel.Internet, clock.Today);
        var brought = (await papers.ListAsync(form, cancellation)).Select(paper => paper.Id); // with other papers it is another request
        var key = form.BoundTo(JsonSerializer.Serialize(new { wanted.Agency.Id, wanted.Requester, wanted.Wanted, wanted.Matter, Papers = brought }));
        var codeHash = QueryCode.Hash(key.Code); // slow on purpose, so before the transaction
        await using (var unit = await db.BeginUnitAsync(cancellation))
        {
            // Taking the number makes others wait who file with the same agency, the same form among them.
            var today = clock.Today;
            var serial = await db.NextNumberAsync($"disclosure:{wanted.Agency.Id}:{today.Year}", cancellation);
            if (!await IsFiledAsync(key, cancellation))
            {
                await AddAsync(wanted, form, key, codeHash, RequestNumber.Of(wanted.Agency.Id, today.Year, serial), arrival, citizen, cancellation);
                await db.SaveChangesAsync(cancellation);
                await unit.CommitAsync(cancellation);
            }
        }

        return await ReceiptAsync(key, wanted.Agency, cancellation);
    }

    private async Task AddAsync(
        NewRequest wanted, SubmissionKey form, SubmissionKey key, string codeHash, string number, Arrival arrival, Guid? citizen, CancellationToken cancellation)
    {
        var request = new DisclosureRequest
        {
            Number = number,
            AgencyId = wanted.Agency.Id,
            Channel = arrival.Channel,
            Matter = wanted.Matter,
            RequesterKind = wanted.Requester.Kind,
            Subject = wanted.Wanted.Subject,
            DocumentNumber = wanted.Wanted.DocumentNumber,
            Description = wanted.Wanted.Description,
            Form = wanted.Wanted.Form,
            Delivery = wanted.Wanted.Delivery,
            SubmittedUtc = clock.UtcNow,
            Fingerprint = key.Fingerprint,
            CodeHash = codeHash,
        };
        db.Add(request);
        db.Add(new RequesterRow { RequestId = request.Id, Protected = personalData.Protect(wanted.Requester) });
        persons.Stage(request, wanted.Requester);
        var (submitted, calendar) = (new Submitted(arrival.On, arrival.Channel, wanted.Matter == RequestMatter.Information ? null : wanted.Matter), await calendars.CurrentAsync(cancellation));
        var before = new RequestHistory([]);
        before.With(submitted, clock.Today, calendar); // refused before a letter is made
        var made = (await letters.OfEventAsync(request, before, submitted, calendar, cancellation: cancellation)).Made;
        log.Append(request, before, submitted, calendar);
        var attached = await papers.AttachAsync(form, request, request.Revision, cancellation);
        audit.Record(Action, nameof(DisclosureRequest), request.Number, new { request.AgencyId, request.Channel, request.RequesterKind, Matter = request.Matter.ToString(), Letters = made, Papers = attached });
        if (citizen is { } account)
        {
            collected.Stage(account, request.Id);
        }

        await notices.FiledAsync(request, wanted.Requester.Email, citizen, cancellation);
    }

    private Task<bool> IsFiledAsync(SubmissionKey key, CancellationToken cancellation) =>
        db.Set<DisclosureRequest>().AnyAsync(request => request.Fingerprint == key.Fingerprint, cancellation);

    private async Task<FilingReceipt> ReceiptAsync(SubmissionKey key, Agency agency, CancellationToken cancellation)
    {
        var filed = await db.Set<DisclosureRequest>().AsNoTracking()
            .Where(request => request.Fingerprint == key.Fingerprint)
            .Select(request => new { request.Number, request.SubmittedUtc, request.Channel, request.ArrivedOn, request.ReceivedOn })
            .SingleAsync(cancellation);
        var hash = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.SubjectType == nameof(DisclosureRequest) && entry.SubjectId == filed.Number && entry.Action == Action)
            .Select(entry => entry.Hash)
            .SingleAsync(cancellation);
        var calendar = await calendars.CurrentAsync(cancellation);
        var confirmation = Receipt.ConfirmationDue(filed.ArrivedOn, calendar);
        return new(
            filed.Number, QueryCode.Format(key.Code), filed.SubmittedUtc, hash, agency, filed.Channel, filed.ReceivedOn, confirmation,
            ReplyClock.Read(filed.ReceivedOn ?? confirmation, [], calendar));
    }
}
