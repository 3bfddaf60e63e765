using System.Text;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>The documents of one term in all segments of an index, and the term's places in each.</summary>
internal sealed class TermPostings : DocumentCursor
{
    /// <summary>Stands before each term of an index that has no others for beginnings of terms.</summary>
    private const string MainIndex = "0";

    private readonly SegmentPostings[] _segments;
    private readonly TextColumn? _only;
    private SegmentPostings? _current;

    /// <summary>The first document of the other segments; as long as the current one stays below, they need not be asked.</summary>
    private int _others = -1;

    public TermPostings(IndexPages pages, string term, TextColumn? only = null)
    {
        var bytes = Encoding.UTF8.GetBytes(MainIndex + term);
        _segments = [.. pages.Segments.Select(s => SegmentPostings.Find(pages, s, bytes)).OfType<SegmentPostings>()];
        _only = only;
    }

    public override double Share => Math.Min(1, _segments.Sum(s => s.Share));

    /// <summary>The places in the document; good until the next move.</summary>
    public void Places(Positions places) => _current!.Places(places, _only);

    /// <summary>Of an index that keeps columns only: the first one in which the document has the term.</summary>
    public int FirstColumn => _current!.FirstOfList - PositionReader.Distance;

    protected override int Move(int id)
    {
        do
        {
            var found = Find(id);
            if (found == End || _only is not { } column || _current!.Has(column))
            {
                return found;
            }

            id = found + 1;
        }
        while (true);
    }

    private int Find(int id)
    {
        if (_current is not null && _current.SeekTo(id) < _others)
        {
            return _current.Id;
        }

        var first = End;
        _others = End;
        foreach (var segment in _segments)
        {
            var found = segment.SeekTo(id);
            if (found < first)
            {
                (_others, first, _current) = (first, found, segment);
            }
            else
            {
                _others = Math.Min(_others, found);
            }
        }

        return first;
    }
}
