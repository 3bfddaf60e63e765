namespace Livelihood.Search.Domain.Matching;

/// <summary>
/// Reads a list of places as FTS5 keeps it, one after the other: each number is two more than the distance to the place before
/// it, and a 1 begins another column, whose number follows. See https://sqlite.org/src/file/ext/fts5/fts5_index.c.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="before">The place before the list.</param>
internal ref struct PositionReader(ReadOnlySpan<byte> list, int before = 0)
{
    /// <summary>What is added to each distance, so that the numbers below have other meanings.</summary>
    public const int Distance = 2;

    /// <summary>Begins another column, whose number follows.</summary>
    public const int NewColumn = 1;

    private readonly ReadOnlySpan<byte> _list = list;
    private int _at;

    /// <summary>The place that was read last.</summary>
    public int Place { get; private set; } = before;

    /// <summary>Reads the next place; false where there is none.</summary>
    public bool Next()
    {
        if (_at >= _list.Length)
        {
            return false;
        }

        int number = _list[_at];
        if (number is > NewColumn and < 0x80)
        {
            (_at, Place) = (_at + 1, Place + number - Distance);
        }
        else
        {
            Place = ReadSlowly(_list, ref _at, Place);
        }

        return true;
    }

    /// <summary>The part of a list that belongs to a column, with the mark that begins it; nothing where it has none.</summary>
    public static (int First, int Last) PartOf(ReadOnlySpan<byte> list, TextColumn column)
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

    /// <summary>Reads a place that is in another column, or far behind the one before it.</summary>
    private static int ReadSlowly(ReadOnlySpan<byte> list, ref int at, int before)
    {
        var (column, offset) = (before >> Positions.BitsInColumn, before & (Positions.MostInColumn - 1));
        var number = Varint.Read(list, ref at);
        if (number == NewColumn)
        {
            column = Varint.Read(list, ref at);
            (offset, number) = (0, Varint.Read(list, ref at));
        }

        return Positions.Place(column, offset + number - Distance);
    }
}
