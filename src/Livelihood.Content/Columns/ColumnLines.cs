using Livelihood.Content.Catalogue;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Columns;

/// <summary>What a reader narrows a column to; null or empty leaves it open.</summary>
public sealed record ColumnFilter
{
    /// <summary>This content type.</summary>
    public string? Type { get; init; }

    /// <summary>This agency.</summary>
    public string? AgencyId { get; init; }

    /// <summary>This topic (主题分类).</summary>
    public string? Topic { get; init; }

    /// <summary>This year.</summary>
    public int? Year { get; init; }

    /// <summary>These values of the types' own fields, each as <c>Notice.Kind=公告</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => Type is not null || AgencyId is not null || Topic is not null || Year is not null || Values.Count > 0;
}

/// <summary>Reads what columns show, from the catalogue.</summary>
public sealed class ColumnLines(PortalDbContext db, CatalogueQuery catalogue, IAgencyDirectory agencies)
{
    private static readonly CataloguePage NoLines = new([], 0);

    /// <summary>A page of a column, newest first.</summary>
    /// <param name="column">The column.</param>
    /// <param name="narrowed">What the reader chose.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<CataloguePage> PageAsync(Column column, ColumnFilter narrowed, int page, CancellationToken cancellation = default) =>
        await FilterAsync(column, cancellation) is { } filter && Narrowed(filter, narrowed) is { } both
            ? await catalogue.PageAsync(both, page, cancellation)
            : NoLines;

    /// <summary>The years in which a column has lines, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Column column, CancellationToken cancellation = default) =>
        await FilterAsync(column, cancellation) is { } filter ? await catalogue.YearsAsync(filter, cancellation) : [];

    /// <summary>The published items placed by hand, in their order.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> PlacedAsync(Column column, CancellationToken cancellation = default)
    {
        var ids = column.Selection.Placed;
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await db.Set<CatalogueEntry>().AsNoTracking().Where(e => ids.Contains(e.ItemId)).ToDictionaryAsync(e => e.ItemId, cancellation);
        return [.. ids.Select(found.GetValueOrDefault).OfType<CatalogueEntry>()];
    }

    /// <summary>The newest lines of each column, by column id: one query for all of them.</summary>
    /// <param name="wanted">The columns and how many lines of each.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<ILookup<string, CatalogueEntry>> NewestAsync(
        IEnumerable<(Column Column, int Count)> wanted, CancellationToken cancellation = default)
    {
        var lists = new List<(string, CatalogueFilter, int)>();
        foreach (var (column, count) in wanted)
        {
            if (await FilterAsync(column, cancellation) is { } filter)
            {
                lists.Add((column.Id, filter, count));
            }
        }

        return await catalogue.NewestOfEachAsync(lists, cancellation);
    }

    /// <summary>What the column's selection asks of the catalogue; null where it asks nothing.</summary>
    public async Task<CatalogueFilter?> FilterAsync(Column column, CancellationToken cancellation = default)
    {
        var selection = column.Selection;
        return selection.AsksAnything
            ? new()
            {
                Types = selection.Types,
                AgencyIds = await AgenciesAsync(selection, cancellation),
                Categories = selection.Categories,
                Topics = selection.Topics,
                Values = Pairs(selection.Values),
            }
            : null;
    }

    /// <summary>Both together; null where they exclude each other.</summary>
    private static CatalogueFilter? Narrowed(CatalogueFilter filter, ColumnFilter narrowed)
    {
        var both = filter with
        {
            Types = One(filter.Types, narrowed.Type),
            AgencyIds = One(filter.AgencyIds, narrowed.AgencyId),
            Topics = One(filter.Topics, narrowed.Topic),
            Year = narrowed.Year,
            Values = [.. filter.Values.Concat(Pairs(narrowed.Values)).Distinct()],
        };
        var excluded = Excludes(filter.Types, narrowed.Type) || Excludes(filter.AgencyIds, narrowed.AgencyId) || Excludes(filter.Topics, narrowed.Topic);
        return excluded ? null : both;
    }

    private static IReadOnlyList<string> One(IReadOnlyList<string> all, string? one) => one is null ? all : [one];

    private static bool Excludes(IReadOnlyList<string> all, string? one) => one is not null && all.Count > 0 && !all.Contains(one);

    private static IReadOnlyList<(string Field, string Value)> Pairs(IEnumerable<string> values) =>
        [.. values.Select(v => v.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0], p[1]))];

    private async Task<IReadOnlyList<string>> AgenciesAsync(ColumnSelection selection, CancellationToken cancellation)
    {
        if (!selection.WithParts)
        {
            return selection.Agencies;
        }

        var all = await agencies.AllAsync(cancellation);
        return [.. all.Where(a => a.LineFrom(all).Any(x => selection.Agencies.Contains(x.Id))).Select(a => a.Id)];
    }
}
