using System.Runtime.InteropServices;

namespace Livelihood.Gazettes.Input;

/// <summary>Reads bytes that are in memory as a stream, without a copy where they are an array.</summary>
internal sealed class ReadOnlyMemoryStream(ReadOnlyMemory<byte> bytes)
    : MemoryStream(ArrayOf(bytes).Array!, ArrayOf(bytes).Offset, ArrayOf(bytes).Count, writable: false)
{
    private static ArraySegment<byte> ArrayOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? array : bytes.ToArray();
}
