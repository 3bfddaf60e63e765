using Livelihood.Content.Definitions;
using Livelihood.Content.Parts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Catalogue;

/// <summary>Which lines of the catalogue; null leaves a column open.</summary>
public sealed record CatalogueFilter(string? Type, string? AgencyId, int? Year);

/// <summary>A page of the catalogue.</summary>
/// <param name="Entries">The lines, newest first.</param>
/// <param name="Total">How many lines there are over all pages.</param>
public sealed record CataloguePage(IReadOnlyList<CatalogueEntry> Entries, int Total);

/// <summary>Reads the catalogue.</summary>
public sealed class CatalogueQuery(PortalDbContext db)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 20;

    /// <summary>The types whose items stand in the public catalogue: those that have a disclosure record.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> TypesAsync(CancellationToken cancellation = default)
    {
        var types = await db.Set<ContentTypeDefinition>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancellation);
        return [.. types.Where(t => t.Parts.Exists(p => p.PartName == nameof(DisclosureRecordPart)))];
    }

    /// <summary>The lines of a page.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="types">The types that are listed.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<CataloguePage> PageAsync(
        CatalogueFilter filter, IEnumerable<string> types, int page, CancellationToken cancellation = default)
    {
        var entries = db.Set<CatalogueEntry>().AsNoTracking();
        entries = filter.Type is null ? entries.Where(e => types.Contains(e.Type)) : entries.Where(e => e.Type == filter.Type);
        if (filter.AgencyId is not null)
        {
            entries = entries.Where(e => e.AgencyId == filter.AgencyId);
        }

        if (filter.Year is { } year)
        {
            var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            entries = entries.Where(e => e.Date >= first && e.Date < next);
        }

        var lines = await entries.OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellation);
        return new(lines, await entries.CountAsync(cancellation));
    }

    /// <summary>The years that have lines, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation = default) =>
        await db.Set<CatalogueEntry>().Select(e => e.Date.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellation);
}
