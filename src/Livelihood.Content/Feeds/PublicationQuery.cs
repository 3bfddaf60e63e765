using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Feeds;

/// <summary>Which published items; null leaves a condition open.</summary>
public sealed record PublicationFilter
{
    /// <summary>What the catalogue is asked; without types, all types of the public catalogue. Null: nothing, but for <see cref="Also"/>.</summary>
    public CatalogueFilter? Lines { get; init; } = new();

    /// <summary>Ids of items that belong to the list whatever they are.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The first date of the document.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last date of the document.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Published, anew or for the first time, at this instant or later.</summary>
    public DateTimeOffset? PublishedSince { get; init; }
}

/// <summary>A stretch of the list of published items.</summary>
/// <param name="Entries">In order.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record PublicationPage(IReadOnlyList<CatalogueEntry> Entries, PublicationCursor? Next);

/// <summary>Lists published items for feeds and the interface for programs; each page is one walk along an index.</summary>
public sealed class PublicationQuery(PortalDbContext db, ContentDefinitions definitions, CatalogueQuery catalogue)
{
    /// <summary>A page of the list.</summary>
    /// <param name="filter">Which items.</param>
    /// <param name="order">In which order.</param>
    /// <param name="after">Where the page begins; null for the first. Its order must be the same.</param>
    /// <param name="size">How many items at the most.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<PublicationPage> PageAsync(
        PublicationFilter filter, PublicationOrder order, PublicationCursor? after, int size, CancellationToken cancellation = default)
    {
        var stretches = (await SourcesAsync(filter, cancellation)).ConvertAll(s => Ordered(Narrowed(s, filter), order, after).Take(size + 1));
        var found = stretches switch
        {
            [] => [],
            [var one] => await one.ToListAsync(cancellation),
            _ => await Sorted(stretches.Aggregate((all, next) => all.Union(next)), order).Take(size + 1).ToListAsync(cancellation),
        };
        return found.Count > size
            ? new(found[..size], PublicationCursor.After(order, found[size - 1]))
            : new(found, null);
    }

    // Several types are asked one by one, each along its own index, and then merged: no sorting of all their lines.
    private async Task<List<IQueryable<CatalogueEntry>>> SourcesAsync(PublicationFilter filter, CancellationToken cancellation)
    {
        var sources = new List<IQueryable<CatalogueEntry>>();
        if (filter.Lines is { } lines)
        {
            // Without types, what is not listed is left out rather than what is listed picked out: one walk along one index.
            var listed = await catalogue.TypesAsync(cancellation);
            var unlisted = (await definitions.TypesAsync(cancellation)).Keys.Except(listed.Select(t => t.Name), StringComparer.Ordinal).ToList();
            var each = lines.Types.Count == 0 ? [lines] : lines.Types.Select(t => lines with { Types = [t] });
            sources.AddRange(each.Select(one => catalogue.Lines(one).Where(e => !unlisted.Contains(e.Type))));
        }

        if (filter.Also.Count > 0)
        {
            sources.Add(db.Set<CatalogueEntry>().AsNoTracking().Where(e => filter.Also.Contains(e.ItemId)));
        }

        return sources;
    }

    // Conditions that are not asked for are left out of the statement, so that each kind of question has a plan of its own.
    private static IQueryable<CatalogueEntry> Narrowed(IQueryable<CatalogueEntry> entries, PublicationFilter filter)
    {
        entries = filter.From is { } from ? entries.Where(e => e.Date >= from) : entries;
        entries = filter.To is { } to ? entries.Where(e => e.Date <= to) : entries;
        return filter.PublishedSince is { } since ? entries.Where(e => e.PublishedUtc >= since) : entries;
    }

    private static IQueryable<CatalogueEntry> Ordered(IQueryable<CatalogueEntry> entries, PublicationOrder order, PublicationCursor? after) =>
        Sorted(after is null ? entries : Beyond(entries, after), order);

    private static IQueryable<CatalogueEntry> Sorted(IQueryable<CatalogueEntry> entries, PublicationOrder order) => order switch
    {
        PublicationOrder.NewestPublished => entries.OrderByDescending(e => e.PublishedUtc).ThenByDescending(e => e.ItemId),
        PublicationOrder.OldestPublished => entries.OrderBy(e => e.PublishedUtc).ThenBy(e => e.ItemId),
        PublicationOrder.NewestDated => entries.OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId),
        _ => entries.OrderBy(e => e.Date).ThenBy(e => e.ItemId),
    };

    // The key stands alone in front, so that the index finds the place at once.
    private static IQueryable<CatalogueEntry> Beyond(IQueryable<CatalogueEntry> entries, PublicationCursor after)
    {
        var id = after.ItemId;
        if (PublicationCursor.IsByDate(after.Order))
        {
            var day = DateOnly.FromDayNumber((int)after.Key);
            return after.Order == PublicationOrder.NewestDated
                ? entries.Where(e => e.Date <= day && (e.Date < day || string.Compare(e.ItemId, id) < 0))
                : entries.Where(e => e.Date >= day && (e.Date > day || string.Compare(e.ItemId, id) > 0));
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(after.Key);
        return after.Order == PublicationOrder.NewestPublished
            ? entries.Where(e => e.PublishedUtc <= at && (e.PublishedUtc < at || string.Compare(e.ItemId, id) < 0))
            : entries.Where(e => e.PublishedUtc >= at && (e.PublishedUtc > at || string.Compare(e.ItemId, id) > 0));
    }
}
