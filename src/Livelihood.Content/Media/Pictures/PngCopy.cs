using System.Buffers.Binary;

namespace Livelihood.Content.Media.Pictures;

/// <summary>PNG: a signature and chunks of length, type, data and check sum (ISO/IEC 15948).</summary>
internal static class PngCopy
{
    private static readonly HashSet<uint> Kept =
        [.. new[] { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT" }.Select(Type)];

    public static PictureInfo Write(ReadOnlySpan<byte> bytes, Stream output)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            throw new InvalidDataException("No PNG signature.");
        }

        output.Write(bytes[..8]);
        PictureInfo? info = null;
        var hasData = false;
        for (var at = 8; ;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));
            var type = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
            var chunk = bytes.Slice(at, checked(length + 12));
            if (info is null)
            {
                info = type == Type("IHDR") && length == 13
                    ? new(checked((int)BinaryPrimitives.ReadUInt32BigEndian(chunk[8..])), checked((int)BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])))
                    : throw new InvalidDataException("The header is not first.");
            }

            if (Kept.Contains(type))
            {
                output.Write(chunk);
            }

            hasData |= type == Type("IDAT");
            if (type == Type("IEND"))
            {
                return hasData ? info : throw new InvalidDataException("No pixels.");
            }

            at += chunk.Length;
        }
    }

    private static uint Type(string name) => BinaryPrimitives.ReadUInt32BigEndian(System.Text.Encoding.ASCII.GetBytes(name));
}
