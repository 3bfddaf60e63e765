using Livelihood.Content.Editing;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>What is looked for in the work list.</summary>
/// <param name="View">A part of it.</param>
/// <param name="Text">In the number, or in what is asked for; null: anything.</param>
/// <param name="Handler">The account responsible; null: anybody.</param>
/// <param name="Agency">The agency; null: any.</param>
/// <param name="Channel">How it came; null: in any way.</param>
/// <param name="Outcome">How it ended, by the row of the annual report; null: in any way, or not yet.</param>
/// <param name="Matter">What kind of case; null: any.</param>
/// <param name="Due">A day on which something is due, see <see cref="Domain.Clock.OpenLimits"/>; null: any or none.</param>
public sealed record WorkFilter(
    WorkView View, string? Text = null, string? Handler = null, string? Agency = null, Channel? Channel = null, string? Outcome = null, RequestMatter? Matter = null, DateOnly? Due = null)
{
    /// <summary>The longest text that is looked for, in characters.</summary>
    public const int LongestText = 100;

    /// <summary>What stands in an address; what it does not know is left out.</summary>
    public static WorkFilter Read(
        string? view, string? text, string? handler, string? agency, string? channel, string? outcome, string? matter = null, string? due = null) => new(
        WorkView.Find(view),
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > LongestText } longer ? longer[..LongestText] : text.Trim(),
        string.IsNullOrEmpty(handler) ? null : handler,
        string.IsNullOrEmpty(agency) ? null : agency,
        Enum.TryParse<Channel>(channel, out var known) && Enum.IsDefined(known) ? known : null,
        OutcomeTable.Find(outcome ?? "")?.Key,
        Enum.TryParse<RequestMatter>(matter, out var kind) && Enum.IsDefined(kind) ? kind : null,
        DateText.TryRead(due ?? "", out var day) ? day : null);
}

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
/// <param name="Total">How many there are on all pages.</param>
public sealed record WorkPage(IReadOnlyList<DisclosureRequest> Requests, int Total);

/// <summary>The requests of an office by what is due.</summary>
public sealed class WorkList(PortalDbContext db)
{
    /// <summary>Requests on a page.</summary>
    public const int PageSize = 50;

    private const int MostHandlers = 200;

    /// <summary>A page of what is looked for.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="day">Today.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<WorkPage> PageAsync(AgencyReach reach, WorkFilter filter, WorkDay day, int page, CancellationToken cancellation = default)
    {
        var found = Found(reach, filter, day);
        var ordered = filter.View.Key == "ended"
            ? found.OrderByDescending(r => r.EndedOn).ThenByDescending(r => r.Number)
            : found.OrderBy(r => r.Standing).ThenBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Number);
        var shown = ordered.AsNoTracking().Skip((page - 1) * PageSize).Take(PageSize);
        return new(
            await (filter.Due is { } due ? shown.Include(r => r.Limits.Where(limit => limit.DueOn == due)) : shown).ToListAsync(cancellation),
            await found.CountAsync(cancellation));
    }

    /// <summary>All that is looked for, in no order.</summary>
    internal IQueryable<DisclosureRequest> Found(AgencyReach reach, WorkFilter filter, WorkDay day)
    {
        var found = Visible(reach).Where(filter.View.Holds(day));
        if (filter.Text is { } text)
        {
            found = found.Where(r => r.Number.Contains(text) || r.Subject!.Contains(text) || r.DocumentNumber!.Contains(text) || r.Description!.Contains(text));
        }

        found = filter.Handler is { } handler ? found.Where(r => r.AssignedTo == handler) : found;
        found = filter.Agency is { } agency ? OfAgency(found, agency) : found;
        found = filter.Channel is { } channel ? found.Where(r => r.Channel == channel) : found;
        found = filter.Matter is { } matter ? found.Where(r => r.Matter == matter) : found;
        if (filter.Due is { } due)
        {
            var matters = db.Set<LimitRow>().Where(limit => limit.DueOn == due).Where(DueDays.StillMatters(day.Today));
            found = found.Where(r => matters.Any(limit => limit.RequestId == r.Id));
        }

        return filter.Outcome is { } outcome ? found.Where(r => r.Outcome == outcome) : found;
    }

    /// <summary>How many requests are in each part, in one statement.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(AgencyReach reach, WorkDay day, CancellationToken cancellation = default)
    {
        var all = Visible(reach);
        var counts = WorkView.All.Select((view, i) => all.Where(view.Holds(day)).GroupBy(_ => i).Select(group => new { View = group.Key, Count = group.Count() }))
            .Aggregate((one, other) => one.Concat(other));
        var found = await counts.ToDictionaryAsync(count => count.View, count => count.Count, cancellation);
        return WorkView.All.Index().ToDictionary(view => view.Item.Key, view => found.GetValueOrDefault(view.Index), StringComparer.Ordinal);
    }

    /// <summary>The accounts that are responsible for requests which have not ended.</summary>
    public async Task<IReadOnlyList<string>> HandlersAsync(AgencyReach reach, CancellationToken cancellation = default) =>
        await Visible(reach).Where(r => r.AssignedTo != null && r.Standing < WorkStanding.Ended).Select(r => r.AssignedTo!).Distinct().Order().Take(MostHandlers).ToListAsync(cancellation);

    private IQueryable<DisclosureRequest> Visible(AgencyReach reach)
    {
        var all = db.Set<DisclosureRequest>();
        if (reach.Everything)
        {
            return all;
        }

        // One agency's requests are read in the order of their index; of several the database has to merge them.
        return reach.Ids is { Count: 1 } one ? OfAgency(all, one.Single()) : all.Where(r => reach.Ids.Contains(r.AgencyId));
    }

    private static IQueryable<DisclosureRequest> OfAgency(IQueryable<DisclosureRequest> requests, string agency) => requests.Where(r => r.AgencyId == agency);
}
