using System.Buffers.Binary;
using System.Text;

namespace Livelihood.Content.Media.Pictures;

/// <summary>WebP: a RIFF container (RFC 9649). EXIF, XMP and unknown chunks are left out.</summary>
internal static class WebpCopy
{
    private const int HasExif = 0x08;
    private const int HasXmp = 0x04;

    public static PictureInfo Write(ReadOnlySpan<byte> bytes, Stream output)
    {
        if (!bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
        {
            throw new InvalidDataException("No WebP signature.");
        }

        var end = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8);
        using var chunks = new MemoryStream();
        PictureInfo? info = null;
        var hasPixels = false;
        for (var at = 12; at + 8 <= end;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]));
            var chunk = bytes.Slice(at, 8 + length + (length & 1));
            var type = Encoding.ASCII.GetString(chunk[..4]);
            switch (type)
            {
                case "VP8X":
                    info = new(1 + Three(chunk[12..]), 1 + Three(chunk[15..]));
                    chunks.Write(chunk[..8]);
                    chunks.WriteByte((byte)(chunk[8] & ~(HasExif | HasXmp)));
                    chunks.Write(chunk[9..]);
                    break;
                case "VP8 " or "VP8L":
                    info ??= type == "VP8L" ? Lossless(chunk[8..]) : Lossy(chunk[8..]);
                    hasPixels = true;
                    chunks.Write(chunk);
                    break;
                case "ALPH" or "ANIM" or "ANMF" or "ICCP":
                    hasPixels |= type == "ANMF";
                    chunks.Write(chunk);
                    break;
            }

            at += chunk.Length;
        }

        if (info is null || !hasPixels)
        {
            throw new InvalidDataException("No pixels.");
        }

        Span<byte> head = stackalloc byte[12];
        bytes[..12].CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)chunks.Length + 4);
        output.Write(head);
        chunks.WriteTo(output);
        return info;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static PictureInfo Lossy(ReadOnlySpan<byte> frame) => frame[3] == 0x9D && frame[4] == 0x01 && frame[5] == 0x2A
        ? new(BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & 0x3FFF)
        : throw new InvalidDataException("No key frame.");

    private static PictureInfo Lossless(ReadOnlySpan<byte> frame)
    {
        if (frame[0] != 0x2F)
        {
            throw new InvalidDataException("No lossless signature.");
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        return new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }
}
