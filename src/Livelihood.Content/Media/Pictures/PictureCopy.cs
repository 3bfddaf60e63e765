namespace Livelihood.Content.Media.Pictures;

/// <summary>
/// Copies a picture without what is not picture: place and time of the shot, camera, names, comments, previews, and
/// anything behind its end. Pixels are not touched. What does not have the structure of its kind is no picture.
/// </summary>
public static class PictureCopy
{
    /// <summary>Copies it.</summary>
    /// <param name="kind">One of the picture kinds.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="output">Where the copy goes; <see cref="Stream.Null"/> to look only.</param>
    /// <exception cref="InvalidDataException">The bytes are no whole picture of this kind.</exception>
    public static PictureInfo Write(MediaKind kind, ReadOnlySpan<byte> bytes, Stream output)
    {
        try
        {
            return kind.Name switch
            {
                "png" => PngCopy.Write(bytes, output),
                "jpg" => JpegCopy.Write(bytes, output),
                "gif" => GifCopy.Write(bytes, output),
                "webp" => WebpCopy.Write(bytes, output),
                _ => throw new ArgumentException("Not a kind of picture.", nameof(kind)),
            };
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The picture is cut off.", problem);
        }
    }
}
