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
    internal bool IsRead => _listAt >= _listEnd;

    /// <summary>The list that waits to be read.</summary>
    internal ReadOnlySpan<byte> List => new(_list, _listAt, _listEnd - _listAt);

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
        _places[_count++] = place;
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

    /// <summary>Takes over those places at which something else stands so many terms behind.</summary>
    /// <param name="places">The places.</param>
    /// <param name="shift">What is added to each.</param>
    /// <param name="others">Where the other thing stands.</param>
    /// <param name="behind">How many terms behind the place, as it is then.</param>
    internal void TakeWhere(ReadOnlySpan<int> places, int shift, ReadOnlySpan<int> others, int behind)
    {
        Reserve(places.Length);
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

        (_count, _listAt, _listEnd) = (count, 0, 0);
    }

    /// <summary>
    /// Whether something else stands so many terms behind each place, and nowhere else, as it is with the parts of most words: told
    /// from the lists as they are, without reading them. False also where that cannot be told so.
    /// </summary>
    internal bool IsAlwaysBefore(Positions other, int behind)
    {
        var list = List;
        var others = other.List;
        if (list.IsEmpty || list.Length != others.Length)
        {
            return false;
        }

        // The lists differ in the first number of each column, and in nothing else.
        for (var at = 0; at < list.Length;)
        {
            if (at > 0 || list[0] == PositionReader.NewColumn)
            {
                if (others[at] != PositionReader.NewColumn || others[at + 1] != list[at + 1])
                {
                    return false;
                }

                at += 2;
            }

            var atOther = at;
            if (Varint.Read(others, ref atOther) != Varint.Read(list, ref at) + behind || at != atOther)
            {
                return false;
            }

            for (var isWithin = false; at < list.Length && (isWithin || list[at] != PositionReader.NewColumn); at++)
            {
                if (list[at] != others[at])
                {
                    return false;
                }

                isWithin = list[at] >= 0x80;
            }
        }

        return true;
    }

    private void Read()
    {
        Reserve(_listEnd - _listAt);
        var reader = new PositionReader(List);
        var (places, count) = (_places, 0);
        while (reader.Next())
        {
            places[count++] = reader.Place;
        }

        (_count, _listAt, _listEnd) = (count, 0, 0);
    }

    private void Reserve(int count)
    {
        if (count > _places.Length)
        {
            Array.Resize(ref _places, Math.Max(2 * _places.Length, count));
        }
    }
}
