using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>Narrows and counts by the fields that types declare, from the published values of the content module.</summary>
internal static class FieldFacets
{
    /// <summary>Values counted of all fields together, the most frequent; a field's are fewer by far, or no help to a reader.</summary>
    private const int MostValues = 200;

    /// <summary>The documents that have all of the values.</summary>
    public static IQueryable<SearchDocument> Having(
        PortalDbContext db, IQueryable<SearchDocument> documents, IEnumerable<(string Field, string Value)> values) =>
        values.Aggregate(documents, (narrowed, value) => narrowed.Where(d => With(db, value.Field, value.Value).Contains(d.ItemId)));

    /// <summary>
    /// How many documents have each value, in one query. A field that is narrowed by counts what the other fields let
    /// through, so that a reader sees what another choice would give.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">The filter; its type's fields are counted.</param>
    /// <param name="documents">What was found, narrowed by everything but fields.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<IReadOnlyList<FieldFacet>> CountAsync(
        PortalDbContext db, SearchFilter filter, IQueryable<SearchDocument> documents, CancellationToken cancellation)
    {
        var values = db.Set<FieldValue>().Where(v => v.Scope == FieldScope.Published && v.Type == filter.Type)
            .Join(documents, v => v.ItemId, d => d.ItemId, (v, d) => new { v.Field, v.Value, v.ItemId });
        foreach (var (field, value) in filter.Values)
        {
            values = values.Where(v => v.Field == field || With(db, field, value).Contains(v.ItemId));
        }

        var counts = await values.GroupBy(v => new { v.Field, v.Value })
            .Select(g => new { g.Key.Field, g.Key.Value, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Value).Take(MostValues).ToListAsync(cancellation);
        return [.. counts.GroupBy(c => c.Field, (field, group) => new FieldFacet(field, [.. group.Select(c => new FacetCount<string>(c.Value, c.Count))]))];
    }

    private static IQueryable<string> With(PortalDbContext db, string field, string value) => db.Set<FieldValue>()
        .Where(v => v.Scope == FieldScope.Published && v.Field == field && v.Value == value).Select(v => v.ItemId);
}
