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

/// <summary>
/// Places of something in one document, ascending. A place is a column and how many terms come before in it. They are found
/// one after the other as they are asked for: most documents are judged by their first few.
/// </summary>
public abstract class Positions
{
    /// <summary>Places in one column; more are not told apart.</summary>
    public const int MostInColumn = 1 << BitsInColumn;

    /// <summary>Bits of a place that tell where in its column it is; the column stands above them.</summary>
    internal const int BitsInColumn = 26;

    private int[] _found = new int[64];
    private int _count;

    /// <summary>The places found so far; good until more are found.</summary>
    internal ReadOnlySpan<int> Ready => _found.AsSpan(0, _count);

    /// <summary>Something that stands nowhere.</summary>
    public static Positions Nowhere { get; } = new ListedPositions();

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => !Reaches(0);

    /// <summary>Grows with the number of places; says which of two is cheaper to go through.</summary>
    internal abstract int Effort { get; }

    /// <summary>The place of this index; it must be reached.</summary>
    public int this[int index] => _found[index];

    /// <summary>The column of a place.</summary>
    public static TextColumn ColumnOf(int place) => (TextColumn)(place >> BitsInColumn);

    /// <summary>The place of a column and an offset.</summary>
    public static int Place(int column, int offset) => (column << BitsInColumn) | Math.Min(offset, MostInColumn - 1);

    /// <summary>Whether there are more than so many places.</summary>
    public bool Reaches(int index) => index < _count || FindUntil(index);

    /// <summary>The first places, at most so many.</summary>
    public ReadOnlySpan<int> First(int most)
    {
        if (most > 0)
        {
            Reaches(most - 1);
        }

        return _found.AsSpan(0, Math.Min(most, _count));
    }

    /// <summary>Forgets all, for another document.</summary>
    protected void Forget() => _count = 0;

    /// <summary>Adds a place, behind the others.</summary>
    protected void Found(int place)
    {
        Room(1)[0] = place;
        Took(1);
    }

    /// <summary>Room for so many places behind the others; see <see cref="Took"/>.</summary>
    protected Span<int> Room(int count)
    {
        if (_count + count > _found.Length)
        {
            Array.Resize(ref _found, Math.Max(2 * _found.Length, _count + count));
        }

        return _found.AsSpan(_count, count);
    }

    /// <summary>So many places were written into the room.</summary>
    protected void Took(int count) => _count += count;

    /// <summary>Finds some more places; false where there are none.</summary>
    protected internal abstract bool FindMore();

    private bool FindUntil(int index)
    {
        while (index >= _count)
        {
            if (!FindMore())
            {
                return false;
            }
        }

        return true;
    }
}
