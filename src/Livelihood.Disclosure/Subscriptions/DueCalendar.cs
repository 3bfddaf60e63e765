using Livelihood.Content.Feeds;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Subscriptions;

/// <summary>What is due, for a calendar program: number, kind, day and link, and nothing of who asks or for what.</summary>
public sealed class DueCalendar(PortalDbContext db, RequestAccess access, PublicAddresses addresses, ChinaClock clock)
{
    /// <summary>The most entries; those that are due first are kept.</summary>
    public const int MostEntries = 1000;

    /// <summary>What ran out stays for so many days, while it is not done; the work list has it for ever.</summary>
    private const int DaysKept = 90;

    /// <summary>The calendar of a subscriber (RFC 5545); null where this person may see nothing.</summary>
    public async Task<byte[]?> WriteAsync(Subscriber subscriber, CancellationToken cancellation = default)
    {
        var reach = subscriber.OfAgencies ? await access.OverseenAsync(subscriber.Person, cancellation) : await access.VisibleAsync(subscriber.Person, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return null;
        }

        return CalendarText.Write(subscriber.OfAgencies ? "公开工作：机关的期限" : "公开工作：我经办的期限", await EntriesAsync(subscriber, reach, cancellation));
    }

    private async Task<IEnumerable<CalendarEvent>> EntriesAsync(Subscriber subscriber, AgencyReach reach, CancellationToken cancellation)
    {
        var (first, me) = (clock.Today.AddDays(-DaysKept), $"account:{subscriber.AccountId}");
        var due = db.Set<LimitRow>().AsNoTracking().Where(limit => limit.DueOn >= first).Where(DueDays.StillMatters(clock.Today));
        due = reach.Everything ? due : due.Where(limit => reach.Ids.Contains(limit.AgencyId));
        due = subscriber.OfAgencies ? due : due.Where(limit => limit.Request!.AssignedTo == me);
        var found = await due.OrderBy(limit => limit.DueOn).ThenBy(limit => limit.RequestId).ThenBy(limit => limit.Kind).ThenBy(limit => limit.Reference).Take(MostEntries)
            .Select(limit => new
            {
                limit.Kind,
                limit.Reference,
                limit.DueOn,
                limit.Request!.Number,
                limit.Request.IsProvisional,
                SaidUtc = db.Set<RequestEventRow>().Where(entry => entry.RequestId == limit.RequestId && entry.Sequence == limit.Request.Revision).Select(entry => entry.RecordedUtc).First(),
            })
            .ToListAsync(cancellation);
        return found.Select(limit => EntryOf(new(limit.Kind, limit.Reference, limit.DueOn), limit.Number, limit.IsProvisional, limit.SaidUtc));
    }

    // The name never changes, so that a limit that moves is moved in the calendar too.
    private CalendarEvent EntryOf(OpenLimit limit, string number, bool isProvisional, DateTimeOffset saidUtc)
    {
        var what = LimitKinds.NameOf(limit.Kind) + (LimitKinds.WhichOf(limit.Kind, limit.Reference) is { Length: > 0 } which ? $"（{which}）" : "");
        var page = addresses.Of($"/console/disclosure/{number}");
        return new(
            $"office-{number}-{limit.Kind}-{limit.Reference}@{addresses.Domain}", limit.DueOn, saidUtc,
            $"{what}到期：{number}{(isProvisional && limit.Kind == LimitKind.Reply ? "（暂定）" : "")}",
            $"最后一天：{Wording.Day(limit.DueOn)}。以工作台显示的为准。\n{page}", page, "依申请公开");
    }
}
