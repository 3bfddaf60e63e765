using System.Globalization;
using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>Tells which documents a filter lets through, from the columns: sixty-four at once, or one.</summary>
internal sealed class FilterMask : IDocumentFilter
{
    private readonly DocumentColumns _columns;
    private readonly Condition[] _conditions;

    /// <summary>Prepares to tell.</summary>
    /// <param name="columns">What is known of documents.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="fields">The documents that have the values of a type's own fields; null where none is asked for.</param>
    public FilterMask(DocumentColumns columns, SearchFilter filter, IdSet? fields)
        : this(columns, [.. Conditions(columns, filter, fields)])
    {
    }

    private FilterMask(DocumentColumns columns, Condition[] conditions) => (_columns, _conditions) = (columns, conditions);

    /// <summary>It lets all documents through.</summary>
    public bool LetsAll => _conditions.Length == 0;

    /// <summary>The facets that it narrows by.</summary>
    public IEnumerable<Facet> Narrowed => _conditions.Select(c => c.Facet);

    /// <summary>The documents that it does not let through.</summary>
    public IDocumentFilter Rest => new Others(this);

    /// <summary>
    /// The same without what narrows by a facet: a facet counts what the others let through. A type's own fields say nothing of
    /// other types.
    /// </summary>
    public FilterMask Without(Facet facet) =>
        new(_columns, [.. _conditions.Where(c => c.Facet != facet && (facet != Facet.Type || c.Facet != Facet.Fields))]);

    public ulong Among(int word)
    {
        var bits = _columns.Public.Among(word);
        for (var i = 0; i < _conditions.Length && bits != 0; i++)
        {
            bits &= _conditions[i].Among(word);
        }

        return bits;
    }

    public bool Has(int id)
    {
        if (!_columns.Has(id))
        {
            return false;
        }

        foreach (var condition in _conditions)
        {
            if (!condition.Has(id))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Condition> Conditions(DocumentColumns columns, SearchFilter filter, IdSet? fields)
    {
        foreach (var (facet, values) in new (Facet, IReadOnlyCollection<string>)[]
        {
            (Facet.Year, [.. filter.Years.Select(y => y.ToString(CultureInfo.InvariantCulture))]), (Facet.Agency, filter.AgencyIds),
            (Facet.Type, filter.Types), (Facet.Topic, filter.Topics), (Facet.Category, filter.Categories), (Facet.Issue, filter.Issues),
        })
        {
            if (values.Count > 0)
            {
                yield return new OneOf(facet, columns[facet], values);
            }
        }

        if (filter.IsInForce is { } isInForce)
        {
            yield return new In(Facet.Validity, columns.InForce, isInForce);
        }

        if (fields is not null)
        {
            yield return new In(Facet.Fields, fields, isIn: true);
        }
    }

    private sealed class Others(FilterMask mask) : IDocumentFilter
    {
        public ulong Among(int word) => mask._columns.Public.Among(word) & ~mask.Among(word);

        public bool Has(int id) => mask._columns.Has(id) && !mask.Has(id);
    }
}
