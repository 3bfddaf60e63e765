namespace Livelihood.Search.Domain.Matching;

/// <summary>
/// Places of one term, from a list as FTS5 keeps it: each number is two more than the distance to the place before it, and a 1
/// begins another column, whose number follows. See https://sqlite.org/src/file/ext/fts5/fts5_index.c. Or as they are added.
/// </summary>
public sealed class ListedPositions : Positions
{
    /// <summary>What is added to each distance, so that the numbers below have other meanings.</summary>
    internal const int Distance = 2;

    private const int NewColumn = 1;

    /// <summary>Places read at a time; at first no more than a score needs.</summary>
    private const int FirstStep = 4;
    private const int Step = 16;

    private byte[] _list = [];
    private int _at;
    private int _end;
    private int _column;
    private int _offset;
    private int _effort;

    internal override int Effort => _effort;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Forget();
        (_at, _end, _effort) = (0, 0, 0);
    }

    /// <summary>Adds a place, behind the others.</summary>
    public void Add(int place)
    {
        Found(place);
        _effort++;
    }

    /// <summary>Takes a list over, for another document. It is not copied, and read as far as it is asked for.</summary>
    /// <param name="list">What has the list.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="only">The only column that counts; null: any.</param>
    public void Take(byte[] list, int start, int end, TextColumn? only = null)
    {
        Forget();
        if (only is { } column)
        {
            var (first, last) = PartOf(list.AsSpan(start, end - start), column);
            (start, end) = (start + first, start + last);
        }

        (_list, _at, _end, _column, _offset, _effort) = (list, start, end, 0, 0, end - start);
    }

    /// <summary>Whether a list has places in a column.</summary>
    public static bool HasColumn(ReadOnlySpan<byte> list, TextColumn column) => PartOf(list, column) is var (first, last) && first < last;

    /// <inheritdoc/>
    protected internal override bool FindMore()
    {
        if (_at >= _end)
        {
            return false;
        }

        var list = _list.AsSpan(0, _end);
        var room = Room(Ready.IsEmpty ? FirstStep : Step);
        var (at, column, offset, read) = (_at, _column, _offset, 0);
        for (; read < room.Length && at < list.Length; read++)
        {
            var number = Varint.Read(list, ref at);
            if (number == NewColumn)
            {
                column = Varint.Read(list, ref at) << BitsInColumn;
                (offset, number) = (0, Varint.Read(list, ref at));
            }

            offset += number - Distance;
            room[read] = column | Math.Min(offset, MostInColumn - 1);
        }

        Took(read);
        (_at, _column, _offset) = (at, column, offset);
        return true;
    }

    /// <summary>The part of a list that belongs to a column, with the mark that begins it.</summary>
    private static (int First, int Last) PartOf(ReadOnlySpan<byte> list, TextColumn column)
    {
        var (first, current) = (0, 0);
        for (var at = 0; at < list.Length;)
        {
            var here = at;
            if (Varint.Read(list, ref at) == NewColumn)
            {
                if (current == (int)column)
                {
                    return (first, here);
                }

                (first, current) = (here, Varint.Read(list, ref at));
            }
        }

        return current == (int)column ? (first, list.Length) : (0, 0);
    }
}
