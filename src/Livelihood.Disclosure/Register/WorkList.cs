using System.Globalization;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>The days by which the work list is cut, today.</summary>
public sealed class WorkDays(IWorkingDayCalendars calendars, ChinaClock clock, ICurrentActor actor)
{
    private const int SoonWorkingDays = 5;

    /// <summary>Today, for the person in front of the list.</summary>
    public async Task<WorkDay> TodayAsync(CancellationToken cancellation = default) =>
        new(clock.Today, (await calendars.CurrentAsync(cancellation)).AddWorkingDays(clock.Today, SoonWorkingDays), actor.Current);
}

/// <summary>A page of the work list.</summary>
/// <param name="Requests">Those with the nearest deadline first, unconfirmed ones before; ended ones by the day on which they ended, the last first.</param>
/// <param name="Total">How many there are on all pages that can be turned to.</param>
/// <param name="IsAtLeast">Whether there are more than that.</param>
public sealed record WorkPage(IReadOnlyList<DisclosureRequest> Requests, int Total, bool IsAtLeast = false)
{
    /// <summary>The total as people read it.</summary>
    public string TotalText => WorkList.CountText(IsAtLeast ? WorkList.MostCounted + 1 : Total);
}

/// <summary>The requests of an office by what is due.</summary>
public sealed class WorkList(PortalDbContext db)
{
    /// <summary>Requests on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How far requests are counted and pages are turned: nobody reads on from there, and to count on would take ever longer.</summary>
    public const int MostCounted = 2_000;

    private const int MostHandlers = 200;

    /// <summary>A number of requests as people read it.</summary>
    public static string CountText(int count) => count > MostCounted ? $"{MostCounted}以上" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A page of what is looked for.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="day">Today.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<WorkPage> PageAsync(AgencyReach reach, WorkFilter filter, WorkDay day, int page, CancellationToken cancellation = default)
    {
        var found = Found(reach, filter, day);
        page = Math.Min(page, MostCounted / PageSize);
        var ordered = Ordered(found, filter.View);
        var total = await ordered.Select(r => r.Id).Take(MostCounted + 1).CountAsync(cancellation);
        var shown = ordered.AsNoTracking().Skip((page - 1) * PageSize).Take(PageSize);
        return new(
            await (filter.Due is { } due ? shown.Include(r => r.Limits.Where(limit => limit.DueOn == due)) : shown).ToListAsync(cancellation),
            Math.Min(total, MostCounted), total > MostCounted);
    }

    /// <summary>All that is looked for, to be put in an order.</summary>
    internal IQueryable<DisclosureRequest> Found(AgencyReach reach, WorkFilter filter, WorkDay day) => filter.Where(InOrder(reach), day, db);

    /// <summary>How many requests are in each part; none is counted beyond <see cref="MostCounted"/>, where one more is given.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(AgencyReach reach, WorkDay day, CancellationToken cancellation = default)
    {
        var (today, soon, me, due) = (day.Today, day.Soon, day.Me, Workflow.DueStates);

        // Of the open ones, which are few, all parts at once, from an index that holds nothing else.
        var open = await Open(reach).GroupBy(_ => 1).Select(all => new
        {
            Open = all.Count(),
            Late = all.Count(r => due.Contains(r.State) && r.DueOn < today),
            Today = all.Count(r => due.Contains(r.State) && r.DueOn == today),
            Soon = all.Count(r => due.Contains(r.State) && r.DueOn >= today && r.DueOn <= soon),
            Unconfirmed = all.Count(r => r.State == RequestState.Unconfirmed),
            Decision = all.Count(r => r.AwaitsDecision),
            Waiting = all.Count(r => r.WaitsUntil != null),
            Unassigned = all.Count(r => r.AssignedTo == null),
            Mine = all.Count(r => r.AssignedTo == me),
        }).SingleOrDefaultAsync(cancellation);
        var counts = open is null ? [] : new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["open"] = open.Open, ["late"] = open.Late, ["today"] = open.Today, ["soon"] = open.Soon, ["unconfirmed"] = open.Unconfirmed,
            ["decision"] = open.Decision, ["waiting"] = open.Waiting, ["unassigned"] = open.Unassigned, ["mine"] = open.Mine,
        };
        foreach (var view in WorkView.All.Where(view => !view.IsOfOpenOnes))
        {
            counts[view.Key] = await Ordered(InOrder(reach).Where(view.Holds(day)), view).Select(r => r.Id).Take(MostCounted + 1).CountAsync(cancellation);
        }

        return WorkView.All.ToDictionary(view => view.Key, view => counts.GetValueOrDefault(view.Key), StringComparer.Ordinal);
    }

    /// <summary>The accounts that are responsible for requests which have not ended.</summary>
    public async Task<IReadOnlyList<string>> HandlersAsync(AgencyReach reach, CancellationToken cancellation = default) =>
        await Open(reach).Where(r => r.AssignedTo != null).Select(r => r.AssignedTo!).Distinct().Order().Take(MostHandlers).ToListAsync(cancellation);

    // As the indexes hold them.
    private static IOrderedQueryable<DisclosureRequest> Ordered(IQueryable<DisclosureRequest> found, WorkView view) => view.Key is "ended" or "ended-late"
        ? found.OrderByDescending(r => r.EndedOn).ThenByDescending(r => r.Number)
        : found.OrderBy(r => r.Standing).ThenBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Number);

    private IQueryable<DisclosureRequest> Open(AgencyReach reach) => Visible(reach).Where(r => r.EndedOn == null);

    private IQueryable<DisclosureRequest> Visible(AgencyReach reach)
    {
        var all = db.Set<DisclosureRequest>();
        if (reach.Everything)
        {
            return all;
        }

        // One agency's requests are read in the order of their index.
        return reach.Ids is { Count: 1 } one ? all.OfAgency(one.Single()) : all.Where(r => reach.Ids.Contains(r.AgencyId));
    }

    /// <summary>
    /// The same, to be put in an order. SQLite takes a list of agencies for something rare: it would read all their requests and
    /// sort them. Where it cannot look agencies up, it reads in order and stops when the page is full; PostgreSQL knows by itself.
    /// </summary>
    private IQueryable<DisclosureRequest> InOrder(AgencyReach reach) => db.Kind == DatabaseKind.Sqlite && reach is { Everything: false, Ids.Count: > 1 }
        ? db.Set<DisclosureRequest>().Where(r => reach.Ids.Contains(r.AgencyId + ""))
        : Visible(reach);
}
