using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>Some documents of a term, ascending, each with its list of places: few enough to stay in the processor's nearest memory.</summary>
internal sealed class DocumentBlock
{
    private const int Most = 128;

    private readonly int[] _starts = new int[Most];
    private readonly int[] _ends = new int[Most];
    private int _count;

    /// <summary>The documents, and behind them <see cref="DocumentCursor.End"/>.</summary>
    public int[] Ids { get; } = new int[Most + 1];

    /// <summary>What has the lists.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>No document more has room.</summary>
    public bool IsFull => _count == Most;

    /// <summary>Forgets all documents.</summary>
    /// <param name="bytes">What will have the lists.</param>
    public void Begin(byte[] bytes) => (Bytes, _count, Ids[0]) = (bytes, 0, DocumentCursor.End);

    /// <summary>Adds a document behind the others.</summary>
    public void Add(int id, int start, int end)
    {
        (Ids[_count], _starts[_count], _ends[_count]) = (id, start, end);
        Ids[++_count] = DocumentCursor.End;
    }

    /// <summary>Adds documents as they stand on a page (see <see cref="SegmentPostings"/>), those without a place left out.</summary>
    /// <param name="page">The term's part of the page.</param>
    /// <param name="id">The document before them.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="before">The first document that is not added.</param>
    /// <returns>The last document that was added, and where the next one begins.</returns>
    public (int Id, int At) AddAll(ReadOnlySpan<byte> page, int id, int at, int before)
    {
        var (ids, starts, ends, count) = (Ids, _starts, _ends, _count);
        while (at + 1 < page.Length && count < Most)
        {
            var (number, length, start) = ((int)page[at], (int)page[at + 1], at + 2);
            if ((number | length) >= 0x80)
            {
                start = at;
                number = Varint.Read(page, ref start);
                length = Varint.Read(page, ref start);
            }

            var end = start + (length >> 1);
            if (id + number >= before || end > page.Length)
            {
                break;
            }

            (id, at) = (id + number, end);
            (ids[count], starts[count], ends[count]) = (id, start, end);
            count += start < end ? 1 : 0;
        }

        ids[count] = DocumentCursor.End;
        _count = count;
        return (id, at);
    }

    /// <summary>Where the list of the document at an index begins and ends.</summary>
    public (int Start, int End) ListOf(int index) => (_starts[index], _ends[index]);
}
