namespace Livelihood.Search.Domain.Matching;

/// <summary>Numbers as SQLite writes them: seven bits a byte, the greatest first, all bytes but the last with their top bit set.</summary>
internal static class Varint
{
    private const int MostBytes = 9;

    /// <summary>The number that begins at a place; the place moves behind it. Greater ones than an int holds are none of ours.</summary>
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int number = bytes[at++];
        return number < 0x80 ? number : Rest(bytes, ref at, number & 0x7F);
    }

    private static int Rest(ReadOnlySpan<byte> bytes, ref int at, long number)
    {
        for (var read = 1; read < MostBytes; read++)
        {
            var next = bytes[at++];
            number = number << 7 | (uint)(next & 0x7F);
            if (next < 0x80)
            {
                break;
            }
        }

        return checked((int)number);
    }
}
