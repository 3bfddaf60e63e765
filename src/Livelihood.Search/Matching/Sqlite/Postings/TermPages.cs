using System.Buffers.Binary;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>
/// The pages on which a term's documents stand in one segment, one after the other. A page begins with the offset of the first
/// document that begins on it and that of its own footer, which has the offset of each term that begins on the page.
/// </summary>
internal sealed class TermPages
{
    /// <summary>Where a page's content begins.</summary>
    public const int HeaderSize = 4;

    private readonly IndexPages _index;
    private readonly Segment _segment;
    private byte[] _page;
    private int _number;
    private int _length;

    /// <summary>The page that has a guide to this term's others; 0 where none has. It is read for the first long way.</summary>
    private int _guided;
    private PageGuide? _guide;

    private TermPages(IndexPages index, Segment segment) => (_index, _segment, _page) = (index, segment, index.Borrow());

    /// <summary>The page; its memory is used again for the next one.</summary>
    public byte[] Page => _page;

    /// <summary>Where the term's first document on the page begins; <see cref="End"/> where none does.</summary>
    public int Start { get; private set; }

    /// <summary>Where the term's part of the page ends.</summary>
    public int End { get; private set; }

    /// <summary>Where the page's footer begins.</summary>
    public int Footer { get; private set; }

    /// <summary>The term ends on this page.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Looks for a term; null where the segment has it not.</summary>
    /// <param name="index">The index.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="term">The term's bytes, behind the sign of the main index.</param>
    public static TermPages? Find(IndexPages index, Segment segment, byte[] term)
    {
        var found = new TermPages(index, segment);
        if (found.Find(term))
        {
            return found;
        }

        index.Return(found._page);
        return null;
    }

    /// <summary>Goes to the next page; false where the segment has none.</summary>
    public bool Turn()
    {
        if (_number >= _segment.Last)
        {
            return false;
        }

        Open(_number + 1);
        return true;
    }

    /// <summary>Goes to the page on which a document is, if it is anywhere, without reading those before it. False where it is not behind this one, as far as is known.</summary>
    public bool Jump(int document)
    {
        if (_guided == 0)
        {
            return false;
        }

        _guide ??= _index.Guide(_segment, _guided);
        var page = _guide.PageOf(document);
        if (page <= _number)
        {
            return false;
        }

        Open(page);
        return true;
    }

    /// <summary>Opens a page that the term did not begin on.</summary>
    private void Open(int number)
    {
        var footer = Load(number);
        IsLast = footer >= 0;
        End = IsLast ? Varint.Read(_page, ref footer) : Footer;
        Start = BinaryPrimitives.ReadUInt16BigEndian(_page);
        if (Start == 0 || Start >= End)
        {
            Start = End;
        }
    }

    /// <summary>Loads a page. Returns where its footer begins, or -1 where it has none.</summary>
    private int Load(int number)
    {
        (_number, _length) = (number, _index.Read(_segment, number, ref _page));
        Footer = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(2));
        return Footer < _length ? Footer : -1;
    }

    private bool Find(byte[] wanted)
    {
        var (page, hasGuide) = _index.PageOf(_segment, wanted);
        var footer = Load(page);
        Span<byte> term = stackalloc byte[Math.Max(wanted.Length, 16) + 1];
        var (start, known) = (0, 0);
        while (footer >= 0 && footer < _length)
        {
            var isFirst = start == 0;
            start += Varint.Read(_page, ref footer);
            var at = start;
            var same = isFirst ? 0 : Varint.Read(_page, ref at);
            var size = Varint.Read(_page, ref at);
            var rest = _page.AsSpan(at, size);

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
                IsLast = footer < _length;
                var next = footer;
                End = IsLast ? start + Varint.Read(_page, ref next) : Footer;
                Start = at + size;
                _guided = hasGuide && !IsLast ? page : 0;
                return true;
            }
        }

        return false;
    }
}
