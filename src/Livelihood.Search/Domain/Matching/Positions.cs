namespace Livelihood.Search.Domain.Matching;

/// <summary>The parts of a document that terms stand in, in the order of the index's columns.</summary>
public enum TextColumn
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The headings.</summary>
    Headings,

    /// <summary>The text below the headings, and the record.</summary>
    Body,

    /// <summary>Document numbers as terms.</summary>
    Numbers,
}

/// <summary>Places of one term in one document, ascending. A place is a column and how many terms come before in it.</summary>
public sealed class Positions
{
    /// <summary>Places in one column; more are not told apart.</summary>
    public const int MostInColumn = 1 << BitsInColumn;

    /// <summary>Bits of a place that tell where in its column it is; the column stands above them.</summary>
    internal const int BitsInColumn = 26;

    private int[] _places = new int[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The places, ascending.</summary>
    public ReadOnlySpan<int> All => _places.AsSpan(0, Count);

    /// <summary>The column of a place.</summary>
    public static TextColumn ColumnOf(int place) => (TextColumn)(place >> BitsInColumn);

    /// <summary>The place of a column and an offset.</summary>
    public static int Place(int column, int offset) => (column << BitsInColumn) | Math.Min(offset, MostInColumn - 1);

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a place, behind the others.</summary>
    public void Add(int place)
    {
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, 2 * _places.Length);
        }

        _places[Count++] = place;
    }

    /// <summary>Room for so many places behind the others; see <see cref="Took"/>.</summary>
    internal Span<int> Room(int count)
    {
        if (Count + count > _places.Length)
        {
            Array.Resize(ref _places, Math.Max(2 * _places.Length, Count + count));
        }

        return _places.AsSpan(Count, count);
    }

    /// <summary>So many places were written into the room.</summary>
    internal void Took(int count) => Count += count;

    /// <summary>Takes over places.</summary>
    public void Set(ReadOnlySpan<int> places)
    {
        if (places.Length > _places.Length)
        {
            _places = new int[2 * places.Length];
        }

        places.CopyTo(_places);
        Count = places.Length;
    }

    /// <summary>Keeps the places from which one of the others stands so many terms on. Linear in both.</summary>
    /// <param name="others">Places of another term, ascending.</param>
    /// <param name="offset">How many terms on; may be negative.</param>
    public void KeepWhere(ReadOnlySpan<int> others, int offset)
    {
        var mine = _places.AsSpan(0, Count);
        var (kept, other) = (0, 0);
        foreach (var place in mine)
        {
            var wanted = place + offset;
            while (other < others.Length && others[other] < wanted)
            {
                other++;
            }

            if (other == others.Length)
            {
                break;
            }

            if (others[other] == wanted)
            {
                mine[kept++] = place;
            }
        }

        Count = kept;
    }
}
