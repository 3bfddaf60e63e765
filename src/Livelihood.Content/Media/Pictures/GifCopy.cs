using System.Buffers.Binary;

namespace Livelihood.Content.Media.Pictures;

/// <summary>GIF: a screen, and blocks up to a trailer. Comments and applications' own blocks are left out; loops stay.</summary>
internal static class GifCopy
{
    public static PictureInfo Write(ReadOnlySpan<byte> bytes, Stream output)
    {
        if (!bytes.StartsWith("GIF87a"u8) && !bytes.StartsWith("GIF89a"u8))
        {
            throw new InvalidDataException("No GIF signature.");
        }

        var info = new PictureInfo(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        var at = 13 + TableLength(bytes[10]);
        output.Write(bytes[..at]);
        var hasImage = false;
        while (true)
        {
            var start = at;
            switch (bytes[at])
            {
                case 0x3B:
                    output.Write(bytes.Slice(at, 1));
                    return hasImage ? info : throw new InvalidDataException("No image.");
                case 0x2C:
                    hasImage = true;
                    at = AfterBlocks(bytes, at + 10 + TableLength(bytes[at + 9]) + 1);
                    output.Write(bytes[start..at]);
                    break;
                case 0x21:
                    at = AfterBlocks(bytes, at + 2);
                    var isLoop = bytes[start + 1] == 0xFF && bytes[(start + 3)..].StartsWith("NETSCAPE2.0"u8);
                    if (bytes[start + 1] == 0xF9 || isLoop)
                    {
                        output.Write(bytes[start..at]);
                    }

                    break;
                default:
                    throw new InvalidDataException("An unknown block.");
            }
        }
    }

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int AfterBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (bytes[at] != 0)
        {
            at += 1 + bytes[at];
        }

        return at + 1;
    }
}
