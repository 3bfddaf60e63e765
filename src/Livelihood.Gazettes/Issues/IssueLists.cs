using Livelihood.Gazettes.Domain.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Issues;

/// <summary>By what the list of all issues is ordered.</summary>
public enum IssueOrder
{
    /// <summary>Year and number.</summary>
    Issue,

    /// <summary>The running total number.</summary>
    Total,

    /// <summary>The day of publication.</summary>
    Date,

    /// <summary>How many documents.</summary>
    Documents,

    /// <summary>How many pages.</summary>
    Pages,
}

/// <summary>A year at a glance.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How many issues are there.</param>
public sealed record IssueYear(int Year, int Count);

/// <summary>A year's issues as a wall shows them.</summary>
/// <param name="Year">The year.</param>
/// <param name="Issues">The issues, newest first.</param>
/// <param name="Missing">Numbers that are not there, rising.</param>
/// <param name="MissingAtTheEnd">How many are missing after the last one, by the total numbers.</param>
public sealed record IssueWall(int Year, IReadOnlyList<PublishedIssue> Issues, IReadOnlyList<int> Missing, int MissingAtTheEnd)
{
    /// <summary>Every number of the year, newest first; without an issue where it is missing.</summary>
    public IEnumerable<(int Number, PublishedIssue? Issue)> All =>
        Issues.Select(i => (i.Number, Issue: (PublishedIssue?)i)).Concat(Missing.Select(n => (Number: n, Issue: (PublishedIssue?)null))).OrderByDescending(i => i.Number);
}

/// <summary>Reads the lists of all issues: by year, and page by page.</summary>
public sealed class IssueLists(PortalDbContext db)
{
    /// <summary>How many lines a page of the list has.</summary>
    public const int PageSize = 50;

    private const int MostYears = 300;
    private const int MostIssuesInAYear = 400;

    /// <summary>All years from the first to the last, newest first; one without any issue counts 0.</summary>
    public async Task<IReadOnlyList<IssueYear>> YearsAsync(CancellationToken cancellation = default)
    {
        var counts = await Issues.GroupBy(i => i.Year).Select(g => new { Year = g.Key, Count = g.Count() })
            .OrderByDescending(y => y.Year).Take(MostYears).ToDictionaryAsync(y => y.Year, y => y.Count, cancellation);
        if (counts.Count == 0)
        {
            return [];
        }

        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        return last - first < MostYears
            ? [.. Enumerable.Range(first, last - first + 1).Reverse().Select(y => new IssueYear(y, counts.GetValueOrDefault(y)))]
            : [.. counts.OrderByDescending(y => y.Key).Select(y => new IssueYear(y.Key, y.Value))];
    }

    /// <summary>A year's issues with what is missing.</summary>
    public async Task<IssueWall> WallAsync(int year, CancellationToken cancellation = default)
    {
        var issues = await Issues.Where(i => i.Year == year).OrderByDescending(i => i.Number).Take(MostIssuesInAYear).ToListAsync(cancellation);
        var next = issues.Count == 0 ? null
            : await Issues.Where(i => i.Year > year).OrderBy(i => i.Year).ThenBy(i => i.Number).FirstOrDefaultAsync(cancellation);
        var atTheEnd = next is null || next.Year != year + 1 ? 0
            : MissingNumbers.AtTheEnd((issues[0].Number, issues[0].TotalNumber), (next.Number, next.TotalNumber));
        return new(year, issues, MissingNumbers.Within(issues.ConvertAll(i => i.Number)), atTheEnd);
    }

    /// <summary>A page of all issues.</summary>
    /// <param name="order">By what.</param>
    /// <param name="isRising">Lowest first.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<IReadOnlyList<PublishedIssue>> PageAsync(IssueOrder order, bool isRising, int page, CancellationToken cancellation = default)
    {
        var ordered = (order, isRising) switch
        {
            (IssueOrder.Total, true) => Issues.OrderBy(i => i.TotalNumber == null).ThenBy(i => i.TotalNumber),
            (IssueOrder.Total, false) => Issues.OrderBy(i => i.TotalNumber == null).ThenByDescending(i => i.TotalNumber),
            (IssueOrder.Date, true) => Issues.OrderBy(i => i.PublishedOn == null).ThenBy(i => i.PublishedOn),
            (IssueOrder.Date, false) => Issues.OrderBy(i => i.PublishedOn == null).ThenByDescending(i => i.PublishedOn),
            (IssueOrder.Documents, true) => Issues.OrderBy(i => i.Documents),
            (IssueOrder.Documents, false) => Issues.OrderByDescending(i => i.Documents),
            (IssueOrder.Pages, true) => Issues.OrderBy(i => i.LastPage == null).ThenBy(i => i.LastPage),
            (IssueOrder.Pages, false) => Issues.OrderBy(i => i.LastPage == null).ThenByDescending(i => i.LastPage),
            (_, true) => Issues.OrderBy(i => i.Year).ThenBy(i => i.Number),
            _ => Issues.OrderByDescending(i => i.Year).ThenByDescending(i => i.Number),
        };
        var whole = order == IssueOrder.Issue ? ordered : ordered.ThenByDescending(i => i.Year).ThenByDescending(i => i.Number);
        return await whole.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }

    /// <summary>The issue that was asked for, or null. A number without a year is the total number, else that of the year shown.</summary>
    public Task<PublishedIssue?> FindAsync(IssueAddress address, int? shownYear, CancellationToken cancellation = default)
    {
        var (year, number, total) = (address.Year, address.Number, address.Total);
        if (total is not null)
        {
            return Issues.Where(i => i.TotalNumber == total && (year == null || i.Year == year)).OrderBy(i => i.Year).FirstOrDefaultAsync(cancellation);
        }

        return year is not null
            ? Issues.FirstOrDefaultAsync(i => i.Year == year && i.Number == number, cancellation)
            : Issues.Where(i => i.TotalNumber == number || (i.Year == shownYear && i.Number == number))
                .OrderByDescending(i => i.TotalNumber == number).FirstOrDefaultAsync(cancellation);
    }

    private IQueryable<PublishedIssue> Issues => db.Set<PublishedIssue>().AsNoTracking();
}
