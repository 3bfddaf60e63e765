using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>What is looked for in the work list.</summary>
/// <param name="View">A part of it.</param>
/// <param name="Text">In the number, or in what is asked for; null: anything.</param>
/// <param name="Handler">The account responsible; null: anybody.</param>
/// <param name="Agency">The agency; null: any.</param>
public sealed record WorkFilter(WorkView View, string? Text = null, string? Handler = null, string? Agency = null);

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
        var found = Visible(reach).Where(filter.View.Holds(day));
        if (filter.Text is { } text)
        {
            found = found.Where(r => r.Number.Contains(text) || r.Subject!.Contains(text) || r.DocumentNumber!.Contains(text) || r.Description!.Contains(text));
        }

        found = filter.Handler is { } handler ? found.Where(r => r.AssignedTo == handler) : found;
        found = filter.Agency is { } agency ? found.Where(r => r.AgencyId == agency) : found;
        var ordered = filter.View.Key == "ended"
            ? found.OrderByDescending(r => r.EndedOn).ThenByDescending(r => r.Number)
            : found.OrderBy(r => r.EndedOn != null ? 2 : r.State == RequestState.Unconfirmed ? 0 : 1).ThenBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Number);
        return new(
            await ordered.AsNoTracking().Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
            await found.CountAsync(cancellation));
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
        await Visible(reach).Where(r => r.AssignedTo != null && r.EndedOn == null).Select(r => r.AssignedTo!).Distinct().Order().Take(MostHandlers).ToListAsync(cancellation);

    private IQueryable<DisclosureRequest> Visible(AgencyReach reach)
    {
        var all = db.Set<DisclosureRequest>();
        return reach.Everything ? all : all.Where(r => reach.Ids.Contains(r.AgencyId));
    }
}
