using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Search.Columns;
using Livelihood.Search.Index;
using Livelihood.Search.Matching;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>The published values of one type's own fields, by document.</summary>
/// <param name="Generation">The state of the index they are of.</param>
/// <param name="ByField">For each field its values, each with the documents that have it.</param>
internal sealed record TypeFields(long Generation, IReadOnlyDictionary<string, IReadOnlyDictionary<string, List<int>>> ByField);

/// <summary>Narrows and counts by the fields that types declare, from the published values of the content module.</summary>
internal sealed class FieldFacets(PortalDbContext db, TypeFieldsCache cache)
{
    /// <summary>Values counted of one field, the most frequent; more are no help to a reader.</summary>
    private const int MostValues = 50;

    /// <summary>The documents that have one of the values asked for in each field; null where none is asked for.</summary>
    public async Task<IdSet?> HavingAsync(SearchFilter filter, DocumentColumns columns, long generation, CancellationToken cancellation)
    {
        if (filter.OnlyType is not { } type || filter.Values.Count == 0)
        {
            return null;
        }

        var fields = await FieldsAsync(type, columns, generation, cancellation);
        return Having(fields, filter.Values, columns.Limit);
    }

    /// <summary>
    /// How many documents have each value. A field that is narrowed by counts what the other fields let through, so that a
    /// reader sees what another choice would give.
    /// </summary>
    /// <param name="filter">The filter; its type's fields are counted.</param>
    /// <param name="found">Whether a document was found and fits the filter, fields apart.</param>
    /// <param name="columns">What is known of documents.</param>
    /// <param name="generation">The state of the index.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<FieldFacet>> CountAsync(
        SearchFilter filter, Func<int, bool> found, DocumentColumns columns, long generation, CancellationToken cancellation)
    {
        var fields = await FieldsAsync(filter.OnlyType!, columns, generation, cancellation);
        var facets = new List<FieldFacet>();
        foreach (var (field, values) in fields.ByField)
        {
            var others = filter.Values.Where(v => v.Field != field).ToList();
            var let = others.Count == 0 ? null : Having(fields, others, columns.Limit);
            var counts = values.Select(v => new FacetCount<string>(v.Key, v.Value.Count(id => found(id) && (let is null || let.Contains(id)))))
                .Where(c => c.Count > 0).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(MostValues).ToList();
            if (counts.Count > 0)
            {
                facets.Add(new(field, counts));
            }
        }

        return facets;
    }

    private static IdSet Having(TypeFields fields, IReadOnlyList<(string Field, string Value)> asked, int limit)
    {
        IdSet? having = null;
        foreach (var field in asked.GroupBy(a => a.Field, a => a.Value, StringComparer.Ordinal))
        {
            var narrowed = new IdSet(limit);
            var values = fields.ByField.GetValueOrDefault(field.Key);
            foreach (var id in field.SelectMany(value => values?.GetValueOrDefault(value) ?? []))
            {
                if (having is null || having.Contains(id))
                {
                    narrowed.Add(id);
                }
            }

            having = narrowed;
        }

        return having!;
    }

    private async Task<TypeFields> FieldsAsync(string type, DocumentColumns columns, long generation, CancellationToken cancellation)
    {
        if (cache.Find(type) is { } known && known.Generation == generation)
        {
            return known;
        }

        var byField = new Dictionary<string, Dictionary<string, List<int>>>(StringComparer.Ordinal);
        var rows = db.Set<FieldValue>().Where(v => v.Scope == FieldScope.Published && v.Type == type)
            .Join(db.Set<SearchDocument>(), v => v.ItemId, d => d.ItemId, (v, d) => new { d.Id, v.Field, v.Value });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var values = byField.TryGetValue(row.Field, out var there) ? there : byField[row.Field] = new(StringComparer.Ordinal);
            (values.TryGetValue(row.Value, out var ids) ? ids : values[row.Value] = []).Add((int)row.Id);
        }

        var fields = new TypeFields(generation, byField.ToDictionary(
            f => f.Key, f => (IReadOnlyDictionary<string, List<int>>)f.Value, StringComparer.Ordinal));
        if (columns.Generation >= generation)
        {
            cache.Keep(type, fields);
        }

        return fields;
    }
}

/// <summary>Keeps the fields of types in memory. One for the whole process.</summary>
internal sealed class TypeFieldsCache
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, TypeFields> _types = new(StringComparer.Ordinal);

    public TypeFields? Find(string type) => _types.GetValueOrDefault(type);

    public void Keep(string type, TypeFields fields) => _types[type] = fields;
}
