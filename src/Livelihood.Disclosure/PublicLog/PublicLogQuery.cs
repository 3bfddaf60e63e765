using System.Globalization;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>What is looked for in the public log; what is null is left open.</summary>
/// <param name="Text">Words.</param>
/// <param name="Agency">The agency that answered.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Outcome">The outcome's key.</param>
public sealed record LogFilter(string? Text, string? Agency, int? Year, string? Outcome);

/// <summary>A line of the public log.</summary>
/// <param name="Entry">Its line in the catalogue.</param>
/// <param name="Outcome">The outcome's key, or null.</param>
public sealed record LogEntry(CatalogueEntry Entry, string? Outcome);

/// <summary>A page of the public log.</summary>
/// <param name="Entries">Newest first; with words, the best first.</param>
/// <param name="Total">How many on all pages.</param>
/// <param name="IsAtLeast">There are more than that.</param>
/// <param name="PageCount">How many pages can be read.</param>
/// <param name="Notices">What of the words could not be read, in Chinese.</param>
public sealed record LogPage(IReadOnlyList<LogEntry> Entries, int Total, bool IsAtLeast, int PageCount, IReadOnlyList<string> Notices);

/// <summary>Reads the public log: the published items of its type, with words by the portal's search.</summary>
public sealed class PublicLogQuery(PortalDbContext db, CatalogueQuery catalogue, ISearchAnswers search)
{
    /// <summary>A page.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<LogPage> PageAsync(LogFilter filter, int page, CancellationToken cancellation = default)
    {
        if (filter.Text is null)
        {
            var lines = await catalogue.PageAsync(Lines(filter), page, cancellation);
            return new(
                await WithOutcomesAsync(lines.Entries, cancellation), lines.Total, lines.IsAtLeast,
                Math.Max(1, (lines.Total + CatalogueQuery.PageSize - 1) / CatalogueQuery.PageSize), []);
        }

        var found = await search.AnswerAsync(
            new() { Text = filter.Text, Filter = Parameters(filter), Page = page, Size = CatalogueQuery.PageSize }, cancellation);
        return new(
            await WithOutcomesAsync([.. found.Hits.Select(hit => hit.Entry)], cancellation), found.Total, !found.IsTotalExact, Math.Max(1, found.PageCount),
            [.. found.Notices, .. found.Problems.Values.SelectMany(problems => problems)]);
    }

    /// <summary>The years in which answers were published, the newest first.</summary>
    public Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation = default) => catalogue.YearsAsync(new() { Types = [AnswerContent.Type] }, cancellation);

    private static CatalogueFilter Lines(LogFilter filter) => new()
    {
        Types = [AnswerContent.Type],
        AgencyIds = filter.Agency is { } agency ? [agency] : [],
        Year = filter.Year,
        Values = filter.Outcome is { } outcome ? [(AnswerContent.Outcome, outcome)] : [],
    };

    // The names of the search page's own address.
    private static IEnumerable<KeyValuePair<string, StringValues>> Parameters(LogFilter filter)
    {
        yield return new("type", AnswerContent.Type);
        if (filter.Agency is { } agency)
        {
            yield return new("agency", agency);
        }

        if (filter.Year is { } year)
        {
            yield return new("year", year.ToString(CultureInfo.InvariantCulture));
        }

        if (filter.Outcome is { } outcome)
        {
            yield return new("f." + AnswerContent.Outcome, outcome);
        }
    }

    private async Task<IReadOnlyList<LogEntry>> WithOutcomesAsync(IReadOnlyList<CatalogueEntry> entries, CancellationToken cancellation)
    {
        var ids = entries.Select(entry => entry.ItemId).ToList();
        var outcomes = await db.Set<FieldValue>().AsNoTracking()
            .Where(value => ids.Contains(value.ItemId) && value.Scope == FieldScope.Published && value.Field == AnswerContent.Outcome)
            .ToDictionaryAsync(value => value.ItemId, value => value.Value, cancellation);
        return [.. entries.Select(entry => new LogEntry(entry, outcomes.GetValueOrDefault(entry.ItemId)))];
    }
}
