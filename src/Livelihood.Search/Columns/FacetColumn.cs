namespace Livelihood.Search.Columns;

/// <summary>What documents are counted and narrowed by.</summary>
internal enum Facet
{
    Type,
    Agency,
    Year,
    Topic,
    Category,
    Issue,

    /// <summary>In force, or not; the last one that is counted. It has no column of its own (<see cref="DocumentColumns.InForce"/>).</summary>
    Validity,

    /// <summary>A type's own fields, counted elsewhere (<see cref="Querying.FieldFacets"/>).</summary>
    Fields,
}

/// <summary>The value of one facet of each document, as a code of two bytes: those of many documents are compared at once.</summary>
internal sealed class FacetColumn
{
    private readonly ushort[] _codes;

    public FacetColumn(int limit) => (_codes, Values) = (new ushort[limit], new());

    /// <summary>The same with room for greater numbers.</summary>
    public FacetColumn(FacetColumn old, int limit)
    {
        (_codes, Values) = (new ushort[limit], old.Values);
        old._codes.CopyTo(_codes, 0);
    }

    /// <summary>The values that the codes stand for.</summary>
    public Vocabulary Values { get; }

    /// <summary>The codes by document number; 0: the document has no value.</summary>
    public ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>Enters a document's value.</summary>
    public void Set(long id, string? value) => _codes[id] = Values.CodeOf(value);
}
