using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Livelihood.Search.Domain.Matching;

/// <summary>
/// What the next bytes of a list of places say (see <see cref="PositionReader"/>), a bit for each byte: told for all of them at
/// once, as a processor that has to guess at each byte what it is guesses wrong too often. They are whole numbers, and no mark
/// of a column without the column's number and first place.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ListBits
{
    /// <summary>Bytes that are looked at.</summary>
    public const int Most = 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ListBits(uint open, uint ends, uint marks)
    {
        (Ends, Marks, Length) = (ends, marks, Most - BitOperations.LeadingZeroCount(ends));
        if (marks != 0)
        {
            var last = Most - 1 - BitOperations.LeadingZeroCount(marks);
            if (BitOperations.PopCount(ends >> last) < 3)
            {
                (Ends, Marks, Length) = (ends & ((1u << last) - 1), marks & ~(1u << last), last);
            }
        }

        Open = open & (uint)((1ul << Length) - 1);
    }

    /// <summary>How many bytes they are; 0 where no number ends, which is no list.</summary>
    public int Length { get; }

    /// <summary>Bytes behind which their number goes on.</summary>
    public uint Open { get; }

    /// <summary>Last bytes of numbers.</summary>
    public uint Ends { get; }

    /// <summary>Bytes that begin another column.</summary>
    public uint Marks { get; }

    /// <summary>How many places they are.</summary>
    public int Count => BitOperations.PopCount(Ends) - 2 * BitOperations.PopCount(Marks);

    /// <summary>Some number takes more than two bytes.</summary>
    public bool HasLong => (Open & Open << 1) != 0;

    /// <summary>Reads the bytes from a place on.</summary>
    /// <param name="bytes">They, and any behind them (see <see cref="Load"/>).</param>
    /// <param name="length">How many belong to the list.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListBits Of(Vector256<byte> bytes, int length)
    {
        var all = length >= Most ? uint.MaxValue : (1u << length) - 1;
        var open = bytes.ExtractMostSignificantBits() & all;
        var ends = ~open & all;

        // A 1 is a mark where a number begins; of two that follow one another the second is the number of the column.
        var ones = Vector256.Equals(bytes, Vector256<byte>.One).ExtractMostSignificantBits() & (ends << 1 | 1) & all;
        return new(open, ends, ones & ~(ones << 1));
    }

    /// <summary>The bytes from a place on; zeros where there are no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(byte[] list, int at)
    {
        if (at > list.Length - Most)
        {
            (list, at) = (LastOf(list, at), 0);
        }

        return Vector256.Create<byte>(list.AsSpan(at, Most));
    }

    /// <summary>What there is, in an array of its own: that is seldom needed, and a vector that comes from elsewhere would always go through memory.</summary>
    private static byte[] LastOf(byte[] list, int at)
    {
        var last = new byte[Most];
        list.AsSpan(at).CopyTo(last);
        return last;
    }
}
