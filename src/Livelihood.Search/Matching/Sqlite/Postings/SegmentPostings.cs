using System.Buffers.Binary;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>
/// The documents of one term in one segment, and the term's places in each, as FTS5 has them on its pages: the document's
/// number, or how much greater it is than the one before; twice the length of the list of places; the list. The first number
/// on a page is whole.
/// </summary>
internal sealed class SegmentPostings
{
    /// <summary>Documents that tell how frequent a term is.</summary>
    private const int Tasted = 32;

    /// <summary>Numbers between two documents that may have pages between them.</summary>
    private const int LongWay = 4096;

    private readonly TermPages _pages;
    private readonly IdSet? _deleted;
    private readonly TextColumn? _only;

    private int _at;
    private bool _isWhole = true;

    /// <summary>The document that was read last, and whether it was handed over.</summary>
    private int _id = -1;
    private bool _isTaken = true;

    private byte[] _joined = [];
    private byte[] _list = [];
    private int _listAt;
    private int _listEnd;

    private SegmentPostings(TermPages pages, IdSet? deleted, TextColumn? only) => (_pages, _deleted, _only, _at) = (pages, deleted, only, pages.Start);

    /// <summary>About how many of the documents from here on have the term, from 0 to 1; before the first move. From the first documents on the term's first page.</summary>
    public double Share
    {
        get
        {
            var (count, last, at) = (0, 0, _at);
            while (at < _pages.End && count < Tasted)
            {
                var number = Varint.Read(_pages.Page, ref at);
                last = count++ == 0 ? 0 : last + number;
                at += Varint.Read(_pages.Page, ref at) >> 1;
            }

            return count < Tasted && _pages.IsLast ? 0 : count / (last + 1.0);
        }
    }

    /// <summary>Looks for a term; null where the segment has it not.</summary>
    /// <param name="index">The index.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="term">The term's bytes, behind the sign of the main index.</param>
    /// <param name="only">The only column that counts; null: any.</param>
    public static SegmentPostings? Find(IndexPages index, Segment segment, byte[] term, TextColumn? only) =>
        TermPages.Find(index, segment, term) is { } pages ? new(pages, index.Deleted(segment), only) : null;

    /// <summary>The first document not before a number that was not handed over yet. Never moves back.</summary>
    public int SeekTo(int id)
    {
        if (!_isTaken && _id >= id)
        {
            return _id;
        }

        if (id - _id > LongWay && _pages.Jump(id))
        {
            (_at, _isWhole) = (_pages.Start, true);
        }

        var at = _id;
        do
        {
            at = Next(Skip(at, id));
        }
        while (at != DocumentCursor.End && (at < id || !IsThere(at)));
        (_id, _isTaken) = (at, false);
        return at;
    }

    /// <summary>Hands over the document that it stands at, and those behind it that lie on the same page and before another.</summary>
    /// <param name="block">Takes them over, with their lists: good until this is asked again.</param>
    /// <param name="before">The first document that is not handed over.</param>
    public void Take(DocumentBlock block, int before)
    {
        block.Begin(_list);
        block.Add(_id, _listAt, _listEnd);
        _isTaken = true;
        if (!ReferenceEquals(_list, _pages.Page))
        {
            return;
        }

        if (_deleted is null && _only is null)
        {
            (_id, _at) = block.AddAll(_pages.Page.AsSpan(0, _pages.End), _id, _at, before);
            return;
        }

        while (!block.IsFull && _at < _pages.End && Entry(_id) is var (id, start, end) && id < before && end <= _pages.End)
        {
            (_id, _at, _listAt, _listEnd) = (id, end, start, end);
            if (IsThere(id))
            {
                block.Add(id, _listAt, _listEnd);
            }
        }
    }

    /// <summary>The next document on the page, and its list.</summary>
    private (int Id, int Start, int End) Entry(int before)
    {
        var at = _at;
        var number = Varint.Read(_pages.Page, ref at);
        var length = Varint.Read(_pages.Page, ref at) >> 1;
        return (before + number, at, at + length);
    }

    /// <summary>
    /// Whether a document has the term where it counts: it may be no more, or written anew elsewhere, and FTS5 can leave an empty
    /// list behind. Leaves of the list what counts.
    /// </summary>
    private bool IsThere(int id)
    {
        if (_only is { } column)
        {
            var (first, last) = PositionReader.PartOf(_list.AsSpan(_listAt, _listEnd - _listAt), column);
            (_listAt, _listEnd) = (_listAt + first, _listAt + last);
        }

        return _listAt < _listEnd && (_deleted is null || !_deleted.Contains(id));
    }

    /// <summary>
    /// Passes documents that lie before a number and all of whose list is on this page, as long as the numbers are small: most that
    /// are passed are passed here. Returns the last one passed.
    /// </summary>
    private int Skip(int before, int id)
    {
        if (_isWhole)
        {
            return before;
        }

        var page = _pages.Page.AsSpan(0, _pages.End);
        var at = _at;
        while (at + 1 < page.Length)
        {
            var (number, length) = (page[at], page[at + 1]);
            var next = at + 2 + (length >> 1);
            if (number >= 0x80 || length >= 0x80 || before + number >= id || next > page.Length)
            {
                break;
            }

            (before, at) = (before + number, next);
        }

        _at = at;
        return before;
    }

    /// <summary>Reads the document behind another.</summary>
    private int Next(int before)
    {
        if (_at >= _pages.End && !Turn())
        {
            return DocumentCursor.End;
        }

        var (page, at) = (_pages.Page, _at);
        var number = Varint.Read(page, ref at);
        var id = _isWhole ? number : before + number;
        _isWhole = false;
        var length = Varint.Read(page, ref at) >> 1;
        if (at + length <= _pages.Footer)
        {
            (_list, _listAt, _listEnd, _at) = (page, at, at + length, at + length);
        }
        else
        {
            Join(at, length);
        }

        return id;
    }

    /// <summary>Goes to the next page with a document of the term; false where there is none.</summary>
    private bool Turn()
    {
        if (_pages.IsLast || !_pages.Turn())
        {
            return false;
        }

        (_at, _isWhole) = (_pages.Start, true);
        return _at < _pages.End;
    }

    /// <summary>A list that goes on behind its page.</summary>
    private void Join(int at, int length)
    {
        if (_joined.Length < length)
        {
            _joined = new byte[2 * length];
        }

        for (var (joined, from) = (0, at); ; from = TermPages.HeaderSize)
        {
            var part = _pages.Page.AsSpan(from, Math.Min(length - joined, _pages.Footer - from));
            part.CopyTo(_joined.AsSpan(joined));
            (joined, _at) = (joined + part.Length, from + part.Length);
            if (joined == length)
            {
                break;
            }

            if (!_pages.Turn())
            {
                throw new InvalidDataException("The search index breaks off. Run “search rebuild”.");
            }

            _isWhole = true;
        }

        (_list, _listAt, _listEnd) = (_joined, 0, length);
    }
}
