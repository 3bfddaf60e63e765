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
        for (var at = 0; at < list.Length && most > 0; most--)
        {
            var number = Next(list, ref at);
            if (number == NewColumn)
            {
                (column, offset) = (Next(list, ref at), 0);
                number = Next(list, ref at);
            }

            offset += number - Distance;
            places.Add(Positions.Place(column, offset));
        }
    }

    private static int Next(ReadOnlySpan<byte> list, ref int at)
    {
        int part = list[at++];
        var number = part & 0x7F;
        while (part >= 0x80)
        {
            part = list[at++];
            number = number << 7 | part & 0x7F;
        }

        return number;
    }
}
