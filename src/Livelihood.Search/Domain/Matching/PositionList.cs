namespace Livelihood.Search.Domain.Matching;

/// <summary>
/// Reads a position list as FTS5 keeps it: numbers of seven bits a byte, the greatest first; each is two more than the distance
/// to the place before it, and a 1 begins another column, whose number follows. See https://sqlite.org/src/file/ext/fts5/fts5_index.c.
/// </summary>
public static class PositionList
{
    private const int NewColumn = 1;
    private const int Distance = 2;

    /// <summary>Adds the places behind those that are there.</summary>
    /// <param name="list">What is left of the list.</param>
    /// <param name="column">The column of the place before it.</param>
    /// <param name="offset">The offset of the place before it.</param>
    /// <param name="most">How many are added at most.</param>
    /// <param name="places">Takes the places.</param>
    public static void Read(ReadOnlySpan<byte> list, int column, int offset, int most, Positions places)
    {
        // A place takes a byte at least.
        var room = places.Room(Math.Min(most, list.Length));
        var (count, first) = (0, column << Positions.BitsInColumn);
        for (var at = 0; at < list.Length && count < room.Length; count++)
        {
            var number = Next(list, ref at);
            if (number == NewColumn)
            {
                (first, offset) = (Next(list, ref at) << Positions.BitsInColumn, 0);
                number = Next(list, ref at);
            }

            offset += number - Distance;
            room[count] = first | Math.Min(offset, Positions.MostInColumn - 1);
        }

        places.Took(count);
    }

    private static int Next(ReadOnlySpan<byte> list, ref int at)
    {
        int part = list[at++];
        if (part < 0x80)
        {
            return part;
        }

        var number = part & 0x7F;
        do
        {
            part = list[at++];
            number = number << 7 | part & 0x7F;
        }
        while (part >= 0x80);
        return number;
    }
}
