using System.Text;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>The documents of one term in all segments of an index, and the term's places in each. They are read block by block.</summary>
internal sealed class TermPostings : DocumentCursor
{
    /// <summary>Stands before each term of an index that has no others for beginnings of terms.</summary>
    private const string MainIndex = "0";

    private SegmentPostings[] _segments;
    private readonly DocumentBlock _block = new();
    private readonly int[] _ids;
    private int _at;

    /// <summary>Looks for a term.</summary>
    /// <param name="pages">The index.</param>
    /// <param name="term">The term.</param>
    /// <param name="only">The only column in which it counts; null: any.</param>
    public TermPostings(IndexPages pages, string term, TextColumn? only = null)
    {
        var bytes = Encoding.UTF8.GetBytes(MainIndex + term);
        _segments = [.. pages.Segments.Select(s => SegmentPostings.Find(pages, s, bytes, only)).OfType<SegmentPostings>()];
        _ids = _block.Ids;
        _block.Begin([]);
    }

    public override double Share => Math.Min(1, _segments.Sum(s => s.Share));

    /// <summary>Of an index that keeps columns only: the first one in which the document has the term.</summary>
    public int FirstColumn => _block.Bytes[_block.ListOf(_at).Start] - PositionReader.Distance;

    public override int SeekTo(int id)
    {
        var (ids, at) = (_ids, _at);
        while (ids[at] < id)
        {
            at++;
        }

        _at = at;
        return ids[at] is var found and not End ? found : Turn(id);
    }

    /// <summary>The places in the document; good until the next move.</summary>
    public void Places(Positions places)
    {
        var (start, end) = _block.ListOf(_at);
        places.Take(_block.Bytes, start, end);
    }

    /// <summary>Goes to the block with the first document that is not before a number: of one segment, up to where another goes on.</summary>
    private int Turn(int id)
    {
        var (first, others, from) = (End, End, default(SegmentPostings));
        foreach (var segment in _segments)
        {
            var found = segment.SeekTo(id);
            if (found < first)
            {
                (others, first, from) = (first, found, segment);
            }
            else
            {
                others = Math.Min(others, found);
            }
        }

        _at = 0;
        _block.Begin([]);
        if (from is null)
        {
            _segments = [];
            return End;
        }

        from.Take(_block, others);
        return first;
    }
}
