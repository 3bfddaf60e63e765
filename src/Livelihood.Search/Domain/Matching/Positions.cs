using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Livelihood.Search.Domain.Matching;

/// <summary>
/// Places of something in one document, ascending. A place is a column and how many terms come before in it. They are added one
/// by one, or taken over as FTS5 keeps them and read when they are first asked for: most words of a query are not looked at in a
/// document that lacks the first of them. Keeps its working space.
/// </summary>
public sealed class Positions
{
    /// <summary>Places in one column; more are not told apart.</summary>
    public const int MostInColumn = 1 << BitsInColumn;

    /// <summary>So few are compared with others all at once.</summary>
    private const int FewPlaces = 64;

    /// <summary>A place that is none, and far from any.</summary>
    private const int Nothing = int.MinValue;

    /// <summary>Bits of a place that tell where in its column it is; the column stands above them.</summary>
    internal const int BitsInColumn = 26;

    private int[] _places = new int[64];
    private int _count;

    private byte[] _list = [];
    private int _listAt;
    private int _listEnd;

    /// <summary>Something that stands nowhere.</summary>
    public static Positions Nowhere { get; } = new();

    /// <summary>All places; good until others are taken.</summary>
    public ReadOnlySpan<int> All
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!IsRead)
            {
                Read();
            }

            return new(_places, 0, _count);
        }
    }

    /// <summary>No list waits to be read.</summary>
    private bool IsRead => _listAt >= _listEnd;

    /// <summary>The list that waits to be read.</summary>
    private ReadOnlySpan<byte> List => new(_list, _listAt, _listEnd - _listAt);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _count == 0 && IsRead;

    /// <summary>Grows with the number of places, and costs nothing to ask: says which of two is cheaper to go through.</summary>
    internal int Effort => _count + _listEnd - _listAt;

    /// <summary>The column of a place.</summary>
    public static TextColumn ColumnOf(int place) => (TextColumn)(place >> BitsInColumn);

    /// <summary>The place of a column and an offset.</summary>
    public static int Place(int column, int offset) => (column << BitsInColumn) | Math.Min(offset, MostInColumn - 1);

    /// <summary>Forgets all.</summary>
    public void Clear() => (_count, _listAt, _listEnd) = (0, 0, 0);

    /// <summary>Adds a place, behind the others.</summary>
    public void Add(int place)
    {
        Reserve(_count + 1);
        _places[_count] = place;
        End(_count + 1);
    }

    /// <summary>Takes the places of a list over instead of those it has.</summary>
    /// <param name="list">What has the list (see <see cref="PositionReader"/>). It must not change until others are taken.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    public void Take(byte[] list, int start, int end)
    {
        // Mostly it is on the page of the document before, and to compare is cheaper than to store.
        if (!ReferenceEquals(_list, list))
        {
            _list = list;
        }

        (_count, _listAt, _listEnd) = (0, start, end);
    }

    /// <summary>What can be said of them without reading their list.</summary>
    internal Outline Outline()
    {
        if (!IsRead)
        {
            var bits = ListBits.Of(ListBits.Load(_list, _listAt), _listEnd - _listAt);
            if (bits.Marks != 0)
            {
                var mark = BitOperations.TrailingZeroCount(bits.Marks);
                return new(mark > 0, _list[_listAt + mark + 1] == (int)TextColumn.Headings, bits.Count);
            }

            if (bits.Length == _listEnd - _listAt)
            {
                return new(IsInTitle: true, IsInHeadings: false, bits.Count);
            }
        }

        var next = 0;
        while (next < All.Length && ColumnOf(_places[next]) == TextColumn.Title)
        {
            next++;
        }

        return new(next > 0, next < _count && ColumnOf(_places[next]) == TextColumn.Headings, _count);
    }

    /// <summary>Which of another thing's first places have one of these no further away than so many terms: a bit for each.</summary>
    /// <param name="others">The other thing.</param>
    /// <param name="most">How many of its places are looked at: so many, or fewer than eight more; 32 at most.</param>
    /// <param name="distance">How many terms away.</param>
    internal uint NearTo(Positions others, int most, int distance)
    {
        var all = All;
        var (near, width) = (0u, Vector256.Create(2 * (uint)distance));
        var vectors = others.Vectors();
        for (var i = 0; i < vectors.Length && i * Vector256<int>.Count < most; i++)
        {
            var from = vectors[i] + Vector256.Create(distance);
            var found = Vector256<uint>.Zero;
            foreach (var place in all)
            {
                found |= Vector256.LessThanOrEqual((from - Vector256.Create(place)).AsUInt32(), width);
            }

            near |= found.ExtractMostSignificantBits() << (i * Vector256<int>.Count);
        }

        return near;
    }

    /// <summary>Takes over those places at which something else stands so many terms behind.</summary>
    /// <param name="places">The places; they may be these themselves.</param>
    /// <param name="shift">What is added to each.</param>
    /// <param name="other">Where the other thing stands.</param>
    /// <param name="behind">How many terms behind the place, as it is then.</param>
    internal void TakeWhere(Positions places, int shift, Positions other, int behind)
    {
        var others = other.All;
        Reserve(places.All.Length);
        End(others.Length <= FewPlaces
            ? KeepOfFew(places, shift, others, behind)
            : Keep(places.All, shift, others, behind));
    }

    /// <summary>
    /// Whether something else stands so many terms behind each place, and nowhere else, as it is with the parts of most words: told
    /// from the lists as they are, without reading them. False also where that cannot be told so.
    /// </summary>
    internal bool IsAlwaysBefore(Positions other, int behind)
    {
        var length = _listEnd - _listAt;
        if (length == 0 || length != other._listEnd - other._listAt)
        {
            return false;
        }

        var isFirst = true;
        for (var at = 0; at < length;)
        {
            var (bytes, others) = (ListBits.Load(_list, _listAt + at), ListBits.Load(other._list, other._listAt + at));
            var bits = ListBits.Of(bytes, length - at);
            var alike = Vector256.Equals(bytes, others).ExtractMostSignificantBits();

            // The lists differ in the first number of each column, and in nothing else.
            var firsts = bits.Marks << 2 | (isFirst ? ~bits.Marks & 1 : 0);
            for (; firsts != 0; firsts &= firsts - 1)
            {
                var first = BitOperations.TrailingZeroCount(firsts);
                var (here, there) = (_listAt + at + first, other._listAt + at + first);
                var before = here;
                if (Varint.Read(other._list, ref there) != Varint.Read(_list, ref here) + behind || here - _listAt != there - other._listAt)
                {
                    return false;
                }

                alike |= ((1u << (here - before)) - 1) << first;
            }

            if (bits.Length == 0 || BitOperations.TrailingZeroCount(~alike) < bits.Length)
            {
                return false;
            }

            (at, isFirst) = (at + bits.Length, false);
        }

        return true;
    }

    /// <summary>Keeps the places that have one of the others behind them. Compares all with all: of few that is faster than to go along.</summary>
    private int KeepOfFew(Positions places, int shift, ReadOnlySpan<int> others, int behind)
    {
        var (found, count, at, all) = (_places, 0, 0, places._places);
        foreach (var some in places.Vectors())
        {
            var (wanted, equal) = (some + Vector256.Create(shift + behind), Vector256<int>.Zero);
            foreach (var other in others)
            {
                equal |= Vector256.Equals(wanted, Vector256.Create(other));
            }

            for (var bits = equal.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                found[count++] = all[at + BitOperations.TrailingZeroCount(bits)] + shift;
            }

            at += Vector256<int>.Count;
        }

        return count;
    }

    private int Keep(ReadOnlySpan<int> places, int shift, ReadOnlySpan<int> others, int behind)
    {
        var (found, count, at) = (_places, 0, 0);
        foreach (var place in places)
        {
            var here = place + shift;
            var wanted = here + behind;
            while (at < others.Length && others[at] < wanted)
            {
                at++;
            }

            if (at == others.Length)
            {
                break;
            }

            if (others[at] == wanted)
            {
                found[count++] = here;
            }
        }

        return count;
    }

    /// <summary>All places, and behind them what is nowhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<Vector256<int>> Vectors()
    {
        var count = All.Length;
        return MemoryMarshal.Cast<int, Vector256<int>>(_places)[..((count + Vector256<int>.Count - 1) / Vector256<int>.Count)];
    }

    /// <summary>Says how many places there are; behind them is what is nowhere, so that they can be looked at some at a time.</summary>
    private void End(int count)
    {
        Vector256.Create(Nothing).CopyTo(_places, count);
        (_count, _listAt, _listEnd) = (count, 0, 0);
    }

    private void Read()
    {
        Reserve(_listEnd - _listAt);
        var (places, count, place) = (_places, 0, 0);
        while (_listAt < _listEnd)
        {
            var bits = ListBits.Of(ListBits.Load(_list, _listAt), _listEnd - _listAt);
            if (bits.Length == 0 || bits.HasLong)
            {
                count = ReadRest(count, place);
                break;
            }

            // Numbers of one or two bytes, up to a mark, and the column that it begins; and so on.
            var list = new ReadOnlySpan<byte>(_list, _listAt, bits.Length);
            var (ends, marks, goesOn) = (bits.Ends, bits.Marks, bits.Open << 1);
            while (true)
            {
                var mark = marks & (0 - marks);
                for (var some = ends & (mark - 1); some != 0; some &= some - 1)
                {
                    var end = BitOperations.TrailingZeroCount(some);
                    var isTwo = (int)(goesOn >> end & 1);
                    place += list[end] + ((list[end - isTwo] & 0x7F) << 7 & -isTwo) - PositionReader.Distance;
                    places[count++] = place;
                }

                if (marks == 0)
                {
                    break;
                }

                place = Place(list[BitOperations.TrailingZeroCount(mark) + 1], 0);
                ends &= ~(mark | (mark - 1) | mark << 1);
                marks &= marks - 1;
            }

            _listAt += bits.Length;
        }

        End(count);
    }

    /// <summary>Reads numbers of any size.</summary>
    private int ReadRest(int count, int place)
    {
        var places = _places;
        var reader = new PositionReader(List, place);
        while (reader.Next())
        {
            places[count++] = reader.Place;
        }

        return count;
    }

    /// <summary>Makes room for places, and for some behind them.</summary>
    private void Reserve(int count)
    {
        if (count + Vector256<int>.Count > _places.Length)
        {
            Array.Resize(ref _places, Math.Max(2 * _places.Length, count + Vector256<int>.Count));
        }
    }
}
