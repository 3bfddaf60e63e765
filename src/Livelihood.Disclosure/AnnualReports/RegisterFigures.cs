using System.Linq.Expressions;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>The requests behind a figure, a page of them.</summary>
/// <param name="Requests">By number.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record FigureRequests(IReadOnlyList<DisclosureRequest> Requests, int Total);

/// <summary>
/// Counts the register for an annual report. A request counts from the day of its receipt by 第三十一条 and until the day
/// on which it ended: served, lapsed or withdrawn. What was withdrawn before its receipt was never received and is not
/// counted; neither is a correction of records about oneself, which table three has no row for.
/// </summary>
public sealed class RegisterFigures(PortalDbContext db)
{
    /// <summary>Requests on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Table three.</summary>
    /// <param name="agencies">The agencies that are counted.</param>
    /// <param name="year">The year.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<RequestFigures> CountAsync(IReadOnlyCollection<string> agencies, ReportYear year, CancellationToken cancellation = default)
    {
        var all = Received(agencies);
        var standing = await Standing(ReportRow.New).Concat(Standing(ReportRow.CarriedIn)).Concat(Standing(ReportRow.CarriedOut)).ToListAsync(cancellation);
        var results = await all.Where(InResults(year)).GroupBy(r => new { r.Outcome, r.RequesterKind })
            .Select(group => new { group.Key.Outcome, group.Key.RequesterKind, Count = group.Count() }).ToListAsync(cancellation);
        return new(standing.Select(cell => new RequestFigure(cell.Row, cell.Kind, cell.Count))
            .Concat(results.Select(cell => new RequestFigure(cell.Outcome!, cell.RequesterKind, cell.Count))));

        IQueryable<StandingCell> Standing(string row) => all.Where(Behind(row, year)).GroupBy(r => r.RequesterKind)
            .Select(group => new StandingCell { Row = row, Kind = group.Key, Count = group.Count() });
    }

    /// <summary>The requests that a figure counts.</summary>
    /// <param name="agencies">The agencies that are counted.</param>
    /// <param name="year">The year.</param>
    /// <param name="row">A row of table three.</param>
    /// <param name="column">Who asked; null: anybody.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<FigureRequests> BehindAsync(
        IReadOnlyCollection<string> agencies, ReportYear year, ReportRow row, RequesterKind? column, int page, CancellationToken cancellation = default)
    {
        var found = Received(agencies).Where(Behind(row.Key, year));
        found = column is { } kind ? found.Where(r => r.RequesterKind == kind) : found;
        return new(
            await found.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
            await found.CountAsync(cancellation));
    }

    /// <summary>The numbers of the requests in a row: what a report keeps of what it carries out.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync(IReadOnlyCollection<string> agencies, ReportYear year, string row, CancellationToken cancellation = default) =>
        await Received(agencies).Where(Behind(row, year)).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(cancellation);

    /// <summary>The fees of the year.</summary>
    public async Task<FeeFigures> FeesAsync(IReadOnlyCollection<string> agencies, ReportYear year, CancellationToken cancellation = default)
    {
        var (start, end) = (year.Start, year.End);
        var noticed = Received(agencies).Where(r => r.FeeNoticedOn >= start && r.FeeNoticedOn <= end);
        var received = await Received(agencies).Where(r => r.FeeNoticedOn != null && r.FeePaidOn >= start && r.FeePaidOn <= end).SumAsync(r => r.FeeYuan, cancellation);
        return new(await noticed.CountAsync(cancellation), await noticed.SumAsync(r => r.FeeYuan, cancellation) ?? 0, received ?? 0);
    }

    /// <summary>How many of those that ended in the year ended in time.</summary>
    public async Task<TimelinessFigures> TimelinessAsync(IReadOnlyCollection<string> agencies, ReportYear year, CancellationToken cancellation = default)
    {
        var ended = Received(agencies).Where(InResults(year));
        return new(await ended.CountAsync(cancellation), await ended.CountAsync(r => r.EndedOn <= r.DueOn, cancellation));
    }

    private IQueryable<DisclosureRequest> Received(IReadOnlyCollection<string> agencies) =>
        db.Set<DisclosureRequest>().AsNoTracking().Where(r => agencies.Contains(r.AgencyId) && r.ReceivedOn != null && r.Matter == RequestMatter.Information);

    private static Expression<Func<DisclosureRequest, bool>> InResults(ReportYear year)
    {
        var (start, end) = (year.Start, year.End);
        return r => r.EndedOn >= start && r.EndedOn <= end;
    }

    private static Expression<Func<DisclosureRequest, bool>> Behind(string row, ReportYear year)
    {
        var (start, end) = (year.Start, year.End);
        return row switch
        {
            ReportRow.New => r => r.ReceivedOn >= start && r.ReceivedOn <= end,
            ReportRow.CarriedIn => r => r.ReceivedOn < start && (r.EndedOn == null || r.EndedOn >= start),
            ReportRow.CarriedOut => r => r.ReceivedOn <= end && (r.EndedOn == null || r.EndedOn > end),
            ReportRow.Results => InResults(year),
            _ => r => r.EndedOn >= start && r.EndedOn <= end && r.Outcome == row,
        };
    }

    private sealed class StandingCell
    {
        public required string Row { get; init; }

        public required RequesterKind Kind { get; init; }

        public required int Count { get; init; }
    }
}
