namespace Livelihood.Search.Domain.Matching;

/// <summary>
/// Places of one term, from a list as FTS5 keeps it: numbers of seven bits a byte, the greatest first; each is two more than the
/// distance to the place before it, and a 1 begins another column, whose number follows.
/// See https://sqlite.org/src/file/ext/fts5/fts5_index.c. Or as they are added.
/// </summary>
public sealed class ListedPositions : Positions
{
    private const int NewColumn = 1;
    private const int Distance = 2;

    /// <summary>Places read at a time; at first no more than a score needs.</summary>
    private const int FirstStep = 3;
    private const int Step = 16;

    private byte[] _list = new byte[64];
    private int _length;
    private int _at;
    private int _column;
    private int _offset;

    internal override int Effort => _length;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Forget();
        (_length, _at) = (0, 0);
    }

    /// <summary>Adds a place, behind the others.</summary>
    public void Add(int place)
    {
        Found(place);
        _length = ++_at;
    }

    /// <summary>Takes a list over, for another document.</summary>
    /// <param name="column">The column of the first place.</param>
    /// <param name="offset">The offset of the first place.</param>
    /// <param name="rest">The list behind it.</param>
    public void Take(int column, int offset, ReadOnlySpan<byte> rest)
    {
        Forget();
        if (rest.Length > _list.Length)
        {
            _list = new byte[2 * rest.Length];
        }

        rest.CopyTo(_list);
        (_length, _at, _column, _offset) = (rest.Length, 0, column << BitsInColumn, offset);
        Found(_column | Math.Min(offset, MostInColumn - 1));
    }

    /// <inheritdoc/>
    protected internal override bool FindMore()
    {
        if (_at >= _length)
        {
            return false;
        }

        var list = _list.AsSpan(0, _length);
        var room = Room(_at == 0 ? FirstStep : Step);
        var (at, column, offset, read) = (_at, _column, _offset, 0);
        for (; read < room.Length && at < list.Length; read++)
        {
            int number = list[at++];
            if (number == NewColumn)
            {
                (column, offset, number) = (Whole(list, ref at, list[at++]) << BitsInColumn, 0, list[at++]);
            }

            offset += (number < 0x80 ? number : Whole(list, ref at, number)) - Distance;
            room[read] = column | Math.Min(offset, MostInColumn - 1);
        }

        Took(read);
        (_at, _column, _offset) = (at, column, offset);
        return true;
    }

    /// <summary>The number that begins with a byte.</summary>
    private static int Whole(ReadOnlySpan<byte> list, ref int at, int first)
    {
        var number = first & 0x7F;
        for (var part = first; part >= 0x80;)
        {
            part = list[at++];
            number = number << 7 | part & 0x7F;
        }

        return number;
    }
}
