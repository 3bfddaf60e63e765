using System.Buffers.Binary;

namespace Livelihood.Content.Media.Inspection;

/// <summary>Knows recordings and films by their structure.</summary>
internal static class MovieInspector
{
    /// <summary>MP3: an ID3 tag or a frame of MPEG layer 3, and another frame where the first one ends.</summary>
    public static bool IsMp3(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (bytes.Length > 10 && bytes.StartsWith("ID3"u8))
        {
            at = 10 + ((bytes[6] & 0x7F) << 21) + ((bytes[7] & 0x7F) << 14) + ((bytes[8] & 0x7F) << 7) + (bytes[9] & 0x7F);
        }

        return FrameLength(bytes, at) is { } first && FrameLength(bytes, at + first) is not null;
    }

    /// <summary>MP4: boxes from the first byte to the last, of which one is the film's table.</summary>
    public static bool IsMp4(ReadOnlySpan<byte> bytes)
    {
        var hasTable = false;
        long at = 0;
        while (at + 8 <= bytes.Length)
        {
            var box = bytes[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (length == 1 && box.Length >= 16)
            {
                length = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(box[8..]), long.MaxValue);
            }
            else if (length == 0)
            {
                length = bytes.Length - at;
            }

            hasTable |= box[4..].StartsWith("moov"u8);
            if (length < 8)
            {
                return false;
            }

            at += length;
        }

        return hasTable && at == bytes.Length;
    }

    private static int? FrameLength(ReadOnlySpan<byte> bytes, int at)
    {
        if (at < 0 || at + 4 > bytes.Length || bytes[at] != 0xFF || (bytes[at + 1] & 0xE6) != 0xE2)
        {
            return null;
        }

        ReadOnlySpan<int> kilobits1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
        ReadOnlySpan<int> kilobits2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
        ReadOnlySpan<int> hertz = [44100, 48000, 32000, 0];
        var version = (bytes[at + 1] >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
        var rate = hertz[(bytes[at + 2] >> 2) & 3] >> (version switch { 3 => 0, 2 => 1, _ => 2 });
        var kilobits = (version == 3 ? kilobits1 : kilobits2)[bytes[at + 2] >> 4];
        return version == 1 || rate == 0 || kilobits == 0
            ? null
            : ((version == 3 ? 144_000 : 72_000) * kilobits / rate) + ((bytes[at + 2] >> 1) & 1);
    }
}
