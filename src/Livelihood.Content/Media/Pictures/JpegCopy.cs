using System.Buffers.Binary;

namespace Livelihood.Content.Media.Pictures;

/// <summary>
/// JPEG: segments that begin with a marker (ITU-T T.81). Only what the pixels and their colours need is copied, and the
/// orientation, without which a telephone's picture would lie on its side.
/// </summary>
internal static class JpegCopy
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static PictureInfo Write(ReadOnlySpan<byte> bytes, Stream output)
    {
        if (bytes[0] != 0xFF || bytes[1] != StartOfImage)
        {
            throw new InvalidDataException("No start of image.");
        }

        var orientation = OrientationIn(bytes);
        output.Write(bytes[..2]);
        if (orientation != 1)
        {
            output.Write(OrientationSegment(orientation));
        }

        PictureInfo? info = null;
        for (var at = 2; ;)
        {
            var marker = MarkerAt(bytes, ref at);
            if (marker == EndOfImage)
            {
                output.Write(bytes.Slice(at, 2));
                return info ?? throw new InvalidDataException("No frame.");
            }

            var segment = bytes.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
            if (IsFrame(marker))
            {
                info = new(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), orientation);
            }

            if (IsKept(marker, segment[4..]))
            {
                output.Write(segment);
            }

            at += segment.Length;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(bytes, at);
                output.Write(bytes[at..end]);
                at = end;
            }
        }
    }

    // Any number of FF may stand before a marker.
    private static byte MarkerAt(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes[at] != 0xFF)
        {
            throw new InvalidDataException("No marker where one should be.");
        }

        while (bytes[at + 1] == 0xFF)
        {
            at++;
        }

        return bytes[at + 1];
    }

    // FF 00 is a byte FF of the pixels; FF D0 to FF D7 are places to resume.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var found = bytes[at..].IndexOf((byte)0xFF);
            if (found < 0)
            {
                throw new InvalidDataException("The scan does not end.");
            }

            at += found;
            if (bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsKept(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        0xE0 => data.StartsWith("JFIF\0"u8),
        0xE2 => data.StartsWith("ICC_PROFILE\0"u8),
        0xEE => data.StartsWith("Adobe"u8), // how the colours are coded
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    private static int OrientationIn(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 < bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (StartOfScan or EndOfImage);)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            var data = bytes.Slice(at + 4, Math.Clamp(length - 2, 0, bytes.Length - at - 4));
            if (bytes[at + 1] == 0xE1 && data.StartsWith("Exif\0\0"u8))
            {
                return OrientationOf(data[6..]);
            }

            at += 2 + length;
        }

        return 1;
    }

    // The first directory of a TIFF structure; tag 0112 is the orientation.
    private static int OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14)
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var count = Short(tiff[(int)directory..], isLittle);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)directory + 2 + (i * 12);
            if (entry + 12 > tiff.Length)
            {
                break;
            }

            if (Short(tiff[entry..], isLittle) == 0x0112)
            {
                return Short(tiff[(entry + 8)..], isLittle) is >= 1 and <= 8 and var value ? value : 1;
            }
        }

        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static byte[] OrientationSegment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];
}
