using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>A part of a filter.</summary>
/// <param name="facet">What it narrows by.</param>
internal abstract class Condition(Facet facet) : IDocumentFilter
{
    public Facet Facet => facet;

    public abstract ulong Among(int word);

    public abstract bool Has(int id);
}

/// <summary>Documents with one of some values. A value that no document has fits none.</summary>
internal sealed class OneOf : Condition
{
    /// <summary>Up to so many are compared one after the other with sixty-four documents; more are looked up for each.</summary>
    private const int Few = 8;

    private readonly FacetColumn _column;
    private readonly ushort[] _codes;
    private readonly bool[] _isChosen;

    public OneOf(Facet facet, FacetColumn column, IEnumerable<string> values)
        : base(facet)
    {
        _column = column;
        _codes = [.. values.Select(column.Values.Find).OfType<ushort>().Distinct()];
        _isChosen = new bool[column.Values.Count];
        foreach (var code in _codes.Where(c => c < _isChosen.Length))
        {
            _isChosen[code] = true;
        }
    }

    public override ulong Among(int word)
    {
        var codes = _column.Codes.Slice(word * Sixtyfour.Values, Sixtyfour.Values);
        var bits = 0UL;
        if (_codes.Length <= Few)
        {
            foreach (var code in _codes)
            {
                bits |= Sixtyfour.Equal(codes, code);
            }

            return bits;
        }

        for (var i = 0; i < codes.Length; i++)
        {
            bits |= (IsChosen(codes[i]) ? 1UL : 0) << i;
        }

        return bits;
    }

    public override bool Has(int id) => IsChosen(_column.Codes[id]);

    // A document that was published this moment can have a value that was new then: it is beyond the end of the array.
    private bool IsChosen(ushort code) => code < _isChosen.Length && _isChosen[code];
}

/// <summary>Documents that are in a set, or that are not.</summary>
internal sealed class In(Facet facet, IdSet documents, bool isIn) : Condition(facet)
{
    public override ulong Among(int word) => isIn ? documents.Among(word) : ~documents.Among(word);

    public override bool Has(int id) => documents.Has(id) == isIn;
}
