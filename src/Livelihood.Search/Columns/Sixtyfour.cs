using System.Runtime.Intrinsics;

namespace Livelihood.Search.Columns;

/// <summary>Compares sixty-four values beside one another: a bit for each for which it holds, the first in the lowest.</summary>
internal static class Sixtyfour
{
    /// <summary>How many values are looked at.</summary>
    public const int Values = 64;

    /// <summary>Which are equal to a code.</summary>
    public static ulong Equal(ReadOnlySpan<ushort> codes, ushort code)
    {
        var asked = Vector256.Create(code);
        return Equal(codes, 0, asked) | Equal(codes, Vector256<byte>.Count, asked) << Vector256<byte>.Count;
    }

    private static ulong Equal(ReadOnlySpan<ushort> codes, int at, Vector256<ushort> asked) => Vector256.Narrow(
        Vector256.Equals(Vector256.Create(codes.Slice(at, Vector256<ushort>.Count)), asked),
        Vector256.Equals(Vector256.Create(codes.Slice(at + Vector256<ushort>.Count, Vector256<ushort>.Count)), asked)).ExtractMostSignificantBits();
}
