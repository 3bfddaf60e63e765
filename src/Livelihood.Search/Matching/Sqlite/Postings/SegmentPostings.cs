using System.Buffers.Binary;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>
/// The documents of one term in one segment, and the term's places in each, as FTS5 has them on its pages: the document's
/// number, or how much greater it is than the one before; twice the length of the list of places; the list. The first number
/// on a page is whole. A page begins with the offset of that number and that of its own footer, which has the offset of each
/// term that begins on the page.
/// </summary>
internal sealed class SegmentPostings : DocumentCursor
{
    private const int HeaderSize = 4;

    /// <summary>Documents that tell how frequent a term is.</summary>
    private const int Tasted = 32;

    private readonly IndexPages _pages;
    private readonly Segment _segment;
    private readonly IdSet? _deleted;

    private byte[] _page = [];
    private int _number;
    private int _length;

    /// <summary>Where the page's footer begins.</summary>
    private int _footer;

    /// <summary>Where the term's part of the page ends, and whether the term ends there.</summary>
    private int _end;
    private bool _isLast;

    private int _at;
    private bool _isWhole = true;

    private byte[] _joined = [];
    private byte[] _list = [];
    private int _listAt;
    private int _listEnd;

    private SegmentPostings(IndexPages pages, Segment segment) => (_pages, _segment, _deleted) = (pages, segment, pages.Deleted(segment));

    /// <summary>From the first documents on the term's first page.</summary>
    public override double Share
    {
        get
        {
            var (count, last, at) = (0, 0, _at);
            while (at < _end && count < Tasted)
            {
                var number = Varint.Read(_page, ref at);
                last = count++ == 0 ? 0 : last + number;
                at += Varint.Read(_page, ref at) >> 1;
            }

            return count < Tasted && _isLast ? 0 : count / (last + 1.0);
        }
    }

    /// <summary>The first number of the list, which is all that an index without places needs.</summary>
    public int FirstOfList => _list[_listAt];

    /// <summary>Looks for a term; null where the segment has it not.</summary>
    /// <param name="pages">The index.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="term">The term's bytes, behind the sign of the main index.</param>
    public static SegmentPostings? Find(IndexPages pages, Segment segment, byte[] term)
    {
        var found = new SegmentPostings(pages, segment);
        return found.Find(term) ? found : null;
    }

    /// <summary>The places of the term in the document; good until the next move.</summary>
    /// <param name="places">Takes them over.</param>
    /// <param name="only">The only column that counts; null: any.</param>
    public void Places(Positions places, TextColumn? only)
    {
        var (first, last) = only is { } column ? PositionReader.PartOf(List, column) : (0, _listEnd - _listAt);
        places.Take(_list, _listAt + first, _listAt + last);
    }

    /// <summary>Whether the term stands in a column of the document.</summary>
    public bool Has(TextColumn column) => PositionReader.PartOf(List, column) is var (first, last) && first < last;

    private ReadOnlySpan<byte> List => _list.AsSpan(_listAt, _listEnd - _listAt);

    protected override int Move(int id)
    {
        var at = Id;
        do
        {
            at = Skip(at, id);
            at = Next(at);
        }
        while (at != End && (at < id || IsGone(at)));
        return at;
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

        var page = _page.AsSpan(0, _end);
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

    /// <summary>Whether a document is no more, or is written anew elsewhere; FTS5 can leave an empty list behind too.</summary>
    private bool IsGone(int id) => _listAt == _listEnd || (_deleted is not null && _deleted.Contains(id));

    /// <summary>Reads the document behind another.</summary>
    private int Next(int before)
    {
        if (_at >= _end && !Turn())
        {
            return End;
        }

        var (page, at) = (_page, _at);
        var number = Varint.Read(page, ref at);
        var id = _isWhole ? number : before + number;
        _isWhole = false;
        var length = Varint.Read(page, ref at) >> 1;
        if (at + length <= _footer)
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
        if (_isLast || !TurnPage())
        {
            return false;
        }

        var first = BinaryPrimitives.ReadUInt16BigEndian(_page);
        if (first == 0 || first >= _end)
        {
            // What is on the page belongs to other terms.
            (_isLast, _at) = (true, _end);
            return false;
        }

        _at = first;
        return true;
    }

    /// <summary>A list that goes on behind its page.</summary>
    private void Join(int at, int length)
    {
        if (_joined.Length < length)
        {
            _joined = new byte[2 * length];
        }

        var joined = 0;
        for (var part = _page.AsSpan(at, _footer - at); ; part = _page.AsSpan(HeaderSize, Math.Min(length - joined, _footer - HeaderSize)))
        {
            part.CopyTo(_joined.AsSpan(joined));
            joined += part.Length;
            if (joined == length)
            {
                (_list, _listAt, _listEnd, _at) = (_joined, 0, length, HeaderSize + part.Length);
                return;
            }

            if (!TurnPage())
            {
                throw new InvalidDataException("The search index breaks off. Run “search rebuild”.");
            }
        }
    }

    private bool TurnPage()
    {
        if (_number >= _segment.Last)
        {
            return false;
        }

        var at = Load(_number + 1);
        _isWhole = true;
        _isLast = at >= 0;
        _end = _isLast ? Varint.Read(_page, ref at) : _footer;
        return true;
    }

    /// <summary>Loads a page. Returns where its footer begins, or -1 where it has none.</summary>
    private int Load(int number)
    {
        (_number, _length) = (number, _pages.Read(_segment, number, ref _page));
        _footer = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(2));
        return _footer < _length ? _footer : -1;
    }

    private bool Find(byte[] wanted)
    {
        var footer = Load(_pages.PageOf(_segment, wanted));
        Span<byte> term = stackalloc byte[Math.Max(wanted.Length, 16) + 1];
        var (start, known) = (0, 0);
        while (footer >= 0 && footer < _length)
        {
            var isFirst = start == 0;
            start += Varint.Read(_page, ref footer);
            var at = start;
            var same = isFirst ? 0 : Varint.Read(_page, ref at);
            var rest = _page.AsSpan(at, 0);
            var size = Varint.Read(_page, ref at);
            rest = _page.AsSpan(at, size);
            _at = at + size;

            // Of a longer term than the wanted one, one byte more is enough to tell.
            known = Math.Min(same, known);
            var taken = Math.Min(rest.Length, term.Length - known);
            rest[..taken].CopyTo(term[known..]);
            known += taken;
            var order = term[..known].SequenceCompareTo(wanted);
            if (order > 0)
            {
                return false;
            }

            if (order == 0)
            {
                _isLast = footer < _length;
                var next = footer;
                _end = _isLast ? start + Varint.Read(_page, ref next) : _footer;
                return true;
            }
        }

        return false;
    }
}
