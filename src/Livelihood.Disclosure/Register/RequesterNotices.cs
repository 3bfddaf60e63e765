using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>A reply deadline that a calendar moved.</summary>
/// <param name="Request">The request, with its new deadline.</param>
/// <param name="Before">The last day before.</param>
public sealed record MovedDeadline(DisclosureRequest Request, DateOnly Before);

/// <summary>
/// Writes to those who follow a request: to the address in it, and to the accounts that collect it, once to each address.
/// The messages are staged; the caller saves them with what they tell of.
/// </summary>
public sealed class RequesterNotices(PortalDbContext db, IOutbox outbox, PersonalData personalData, CitizenAccounts accounts, IAgencyDirectory agencies, PublicAddresses addresses)
{
    /// <summary>How many accounts of a request are written to: whoever knows number and query code can collect it.</summary>
    public const int MostAccounts = 10;

    /// <summary>Tells of a request that is being filed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="email">The address in it, or null.</param>
    /// <param name="citizen">The account that collects it, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task FiledAsync(DisclosureRequest request, string? email, Guid? citizen, CancellationToken cancellation = default)
    {
        var account = citizen is { } id ? await db.Set<CitizenAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) : null;
        await SendAsync(request, [email, account is null ? null : accounts.AddressOf(account)], (to, agency, link) => request is { ReceivedOn: { } received, DueOn: { } due }
            ? RequestMail.Confirmed(to, request.Number, request.Matter, agency, received, due, request.IsProvisional, link)
            : RequestMail.Registered(to, request.Number, request.Matter, agency, request.Channel, request.SubmittedUtc, link), cancellation);
    }

    /// <summary>Tells what happened, where it is not the office's own affair.</summary>
    public async Task HappenedAsync(DisclosureRequest request, RequestEvent happened, CancellationToken cancellation = default)
    {
        if (Workflow.IsInternal(happened) || happened is RecordCorrected { Right: var right } && Workflow.IsInternal(right))
        {
            return;
        }

        var followers = await FollowersAsync([request.Id], cancellation);
        await SendAsync(request, followers[request.Id], (to, agency, link) => happened is Confirmed
            ? RequestMail.Confirmed(to, request.Number, request.Matter, agency, request.ReceivedOn!.Value, request.DueOn!.Value, request.IsProvisional, link)
            : RequestMail.Happened(to, request.Number, request.Matter, agency, happened, request.State, request.DueOn, link), cancellation);
    }

    /// <summary>Tells of deadlines that a calendar moved (R-C3).</summary>
    public async Task MovedAsync(IReadOnlyList<MovedDeadline> moved, CancellationToken cancellation = default)
    {
        if (moved.Count == 0)
        {
            return;
        }

        var followers = await FollowersAsync([.. moved.Select(one => one.Request.Id)], cancellation);
        foreach (var (request, before) in moved)
        {
            await SendAsync(request, followers[request.Id], (to, agency, link) =>
                RequestMail.Moved(to, request.Number, request.Matter, agency, before, request.DueOn!.Value, request.IsProvisional, link), cancellation);
        }
    }

    private async Task SendAsync(DisclosureRequest request, IEnumerable<string?> to, Func<string, Agency, string?, OutgoingMail> write, CancellationToken cancellation)
    {
        var receivers = to.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (receivers.Count == 0)
        {
            return;
        }

        var agency = (await agencies.FindAsync(request.AgencyId, cancellation))!;
        var link = addresses.Find("/disclosure/requests/status", $"?number={Uri.EscapeDataString(request.Number)}");
        foreach (var receiver in receivers)
        {
            outbox.Send(write(receiver, agency, link));
        }
    }

    /// <summary>The addresses of each request, in two queries however many there are.</summary>
    private async Task<ILookup<Guid, string?>> FollowersAsync(Guid[] requests, CancellationToken cancellation)
    {
        var persons = await db.Set<RequesterRow>().AsNoTracking().Where(r => requests.Contains(r.RequestId)).ToListAsync(cancellation);
        var collectors = await (from collected in db.Set<CollectedRequest>().AsNoTracking()
                                where requests.Contains(collected.RequestId)
                                join account in db.Set<CitizenAccount>().AsNoTracking() on collected.AccountId equals account.Id
                                where account.Address != null
                                orderby collected.AddedUtc
                                select new { collected.RequestId, Account = account }).ToListAsync(cancellation);
        return persons.Select(person => (person.RequestId, Address: personalData.Unprotect(person.Protected).Email))
            .Concat(collectors.GroupBy(c => c.RequestId).SelectMany(c => c.Take(MostAccounts)).Select(c => (c.RequestId, Address: accounts.AddressOf(c.Account))))
            .ToLookup(one => one.RequestId, one => one.Address);
    }
}
