using Livelihood.Content.Definitions;
using Livelihood.Content.Parts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Catalogue;

/// <summary>Which lines of the catalogue; what is empty or null is left open.</summary>
public sealed record CatalogueFilter
{
    /// <summary>Any of these content types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Of any of these agencies.</summary>
    public IReadOnlyList<string> AgencyIds { get; init; } = [];

    /// <summary>In any of these categories (公开类别).</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>With any of these topics (主题分类).</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Dated in this year.</summary>
    public int? Year { get; init; }

    /// <summary>With all of these values in fields of their type, such as <c>Notice.Kind</c> = 公告.</summary>
    public IReadOnlyList<(string Field, string Value)> Values { get; init; } = [];
}

/// <summary>A page of the catalogue.</summary>
/// <param name="Entries">The lines, newest first.</param>
/// <param name="Total">How many lines there are over all pages.</param>
/// <param name="IsAtLeast">There are more than that; they were not counted.</param>
public sealed record CataloguePage(IReadOnlyList<CatalogueEntry> Entries, int Total, bool IsAtLeast = false);

/// <summary>Reads the catalogue. However many lines there are, a page costs what its own lines cost.</summary>
public sealed class CatalogueQuery(PortalDbContext db)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 20;

    /// <summary>Lines with a topic or a field's value are counted up to here.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The types whose items stand in the public catalogue: those that have a disclosure record.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> TypesAsync(CancellationToken cancellation = default)
    {
        var types = await db.Set<ContentTypeDefinition>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancellation);
        return [.. types.Where(t => t.Parts.Exists(p => p.PartName == nameof(DisclosureRecordPart)))];
    }

    /// <summary>The lines of a page.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<CataloguePage> PageAsync(CatalogueFilter filter, int page, CancellationToken cancellation = default)
    {
        var (skip, most) = ((page - 1) * PageSize, page * PageSize);
        var lines = await Newest(filter, most).OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId)
            .Skip(skip).Take(PageSize).ToListAsync(cancellation);
        var total = await TotalAsync(filter, cancellation);
        return new(lines, Math.Min(total, IsTallied(filter) ? total : MostCounted), !IsTallied(filter) && total > MostCounted);
    }

    /// <summary>The newest lines.</summary>
    public Task<List<CatalogueEntry>> NewestAsync(CatalogueFilter filter, int count, CancellationToken cancellation = default) =>
        Newest(filter, count).OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId).Take(count).ToListAsync(cancellation);

    /// <summary>The years that have lines, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CatalogueFilter filter, CancellationToken cancellation = default) =>
        await Tallied(filter with { Year = null }).Where(t => t.Count > 0)
            .Select(t => t.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellation);

    /// <summary>The newest lines of several lists by key, newest first: one query for all of them.</summary>
    /// <param name="lists">The key of each list, which lines it has and how many of them are wanted.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<ILookup<string, CatalogueEntry>> NewestOfEachAsync(
        IEnumerable<(string Key, CatalogueFilter Filter, int Count)> lists, CancellationToken cancellation = default)
    {
        IQueryable<Keyed>? all = null;
        foreach (var (key, filter, count) in lists)
        {
            var newest = Newest(filter, count).OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId).Take(count)
                .Select(e => new Keyed { Key = key, Entry = e });
            all = all is null ? newest : all.Concat(newest);
        }

        var found = all is null ? [] : await all.ToListAsync(cancellation);
        return found.OrderByDescending(k => k.Entry.Date).ThenByDescending(k => k.Entry.ItemId, StringComparer.Ordinal)
            .ToLookup(k => k.Key, k => k.Entry);
    }

    // Several types are asked one by one, each along its own index, and then merged: no sorting of all their lines.
    private IQueryable<CatalogueEntry> Newest(CatalogueFilter filter, int most) => filter.Types.Count < 2
        ? Lines(filter)
        : filter.Types.Select(type => Lines(filter with { Types = [type] }).OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId).Take(most))
            .Aggregate((all, next) => all.Concat(next));

    /// <summary>The lines themselves, for other orders than by date.</summary>
    internal IQueryable<CatalogueEntry> Lines(CatalogueFilter filter)
    {
        var lines = db.Set<CatalogueEntry>().AsNoTracking();
        if (filter.Values.Count > 0)
        {
            var first = filter.Values[0];
            lines =
                from value in db.Set<FieldValue>()
                where value.Scope == FieldScope.Published && value.Field == first.Field && value.Value == first.Value
                join line in db.Set<CatalogueEntry>().AsNoTracking() on value.ItemId equals line.ItemId
                select line;
            foreach (var (field, text) in filter.Values.Skip(1))
            {
                lines = lines.Where(e => db.Set<FieldValue>()
                    .Any(f => f.ItemId == e.ItemId && f.Scope == FieldScope.Published && f.Field == field && f.Value == text));
            }
        }

        lines = filter.Topics switch
        {
            [] => lines,
            [var one] => lines.Where(e => e.Topic == one),
            var many => lines.Where(e => e.Topic != null && many.Contains(e.Topic)),
        };

        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            lines = lines.Where(e => e.Date >= from && e.Date <= to);
        }

        return Chosen(lines, filter);
    }

    private static IQueryable<CatalogueEntry> Chosen(IQueryable<CatalogueEntry> lines, CatalogueFilter filter)
    {
        lines = filter.Types switch
        {
            [] => lines,
            [var one] => lines.Where(e => e.Type == one),
            var many => lines.Where(e => many.Contains(e.Type)),
        };
        lines = filter.AgencyIds switch
        {
            [] => lines,
            [var one] => lines.Where(e => e.AgencyId == one),
            var many => lines.Where(e => many.Contains(e.AgencyId)),
        };
        return filter.Categories switch
        {
            [] => lines,
            [var one] => lines.Where(e => e.Category == one),
            var many => lines.Where(e => e.Category != null && many.Contains(e.Category)),
        };
    }

    private static bool IsTallied(CatalogueFilter filter) => filter.Topics.Count == 0 && filter.Values.Count == 0;

    private async Task<int> TotalAsync(CatalogueFilter filter, CancellationToken cancellation) => IsTallied(filter)
        ? await Tallied(filter).SumAsync(t => t.Count, cancellation)
        : await Lines(filter).Select(e => e.ItemId).Take(MostCounted + 1).CountAsync(cancellation);

    private IQueryable<CatalogueTally> Tallied(CatalogueFilter filter)
    {
        var tallies = db.Set<CatalogueTally>().AsNoTracking();
        tallies = filter.Types.Count == 0 ? tallies : tallies.Where(t => filter.Types.Contains(t.Type));
        tallies = filter.AgencyIds.Count == 0 ? tallies : tallies.Where(t => filter.AgencyIds.Contains(t.AgencyId));
        tallies = filter.Categories.Count == 0 ? tallies : tallies.Where(t => filter.Categories.Contains(t.Category));
        return filter.Year is { } year ? tallies.Where(t => t.Year == year) : tallies;
    }

    private sealed class Keyed
    {
        public required string Key { get; init; }

        public required CatalogueEntry Entry { get; init; }
    }
}
