namespace Livelihood.Content.Media.Pictures;

/// <summary>A picture made ready for the web.</summary>
/// <param name="Path">The file to keep in place of the original.</param>
/// <param name="Width">As seen, in pixels.</param>
/// <param name="Height">As seen, in pixels.</param>
/// <param name="SmallPath">A small copy for lists, or null.</param>
/// <param name="SmallWidth">Its width.</param>
public sealed record ReadyPicture(string Path, int Width, int Height, string? SmallPath, int? SmallWidth);

/// <summary>
/// Makes pictures ready: without metadata always; scaled down and turned upright where a program for it is installed.
/// The original is not kept: it may tell where and by whom it was taken.
/// </summary>
public sealed class PictureWorkshop(PictureProgram program)
{
    /// <summary>The longest edge of a picture on a page, in pixels: a page's width on a sharp screen.</summary>
    public const int LargeEdge = 2400;

    /// <summary>The longest edge of the small copy, in pixels.</summary>
    public const int SmallEdge = 480;

    /// <summary>Makes the picture ready.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="original">The uploaded file.</param>
    /// <param name="folder">A folder for what is made; the caller removes it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ReadyPicture> MakeReadyAsync(MediaKind kind, string original, string folder, CancellationToken cancellation)
    {
        var (bare, info) = await StripAsync(kind, original, folder, cancellation);
        var (width, height) = info.Seen;
        var edge = Math.Max(width, height);
        // The program would take the first picture of an animation only.
        if (kind == MediaKind.Gif)
        {
            return new(bare, width, height, null, null);
        }

        var large = edge > LargeEdge || info.Orientation != 1 ? await program.ScaleAsync(kind, bare, LargeEdge, folder, cancellation) : null;
        var small = edge > SmallEdge ? await program.ScaleAsync(kind, bare, SmallEdge, folder, cancellation) : null;
        if (large is not null)
        {
            (large, info) = await StripAsync(kind, large, folder, cancellation);
            (width, height) = info.Seen;
        }

        var smallWidth = small is null ? (int?)null : (await StripAsync(kind, small, folder, cancellation)).Info.Seen.Width;
        return new(large ?? bare, width, height, small, smallWidth);
    }

    private static async Task<(string Path, PictureInfo Info)> StripAsync(MediaKind kind, string path, string folder, CancellationToken cancellation)
    {
        var bare = Path.Combine(folder, $"{Guid.NewGuid():n}.{kind.Name}");
        await using var output = File.Create(bare);
        return (bare, PictureCopy.Write(kind, await File.ReadAllBytesAsync(path, cancellation), output));
    }
}
