using System.Buffers.Binary;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Kind and size of a picture, read from its first bytes.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record PictureFile(string ContentType, int Width, int Height)
{
    /// <summary>PNG, JPEG and GIF, which Word shows; null for others and for broken ones.</summary>
    public static PictureFile? Of(ReadOnlySpan<byte> file)
    {
        var found = file switch
        {
            [0x89, 0x50, 0x4E, 0x47, ..] when file.Length >= 24 => new PictureFile(
                "image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..])),
            [0x47, 0x49, 0x46, 0x38, ..] when file.Length >= 10 => new PictureFile(
                "image/gif", BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..])),
            [0xFF, 0xD8, ..] => Jpeg(file),
            _ => null,
        };
        return found is { Width: > 0, Height: > 0 } ? found : null;
    }

    private static PictureFile? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }
}
