namespace Livelihood.Content.Media.Pictures;

/// <summary>What a picture says of itself.</summary>
/// <param name="Width">In pixels, as stored.</param>
/// <param name="Height">In pixels, as stored.</param>
/// <param name="Orientation">How it is to be turned, 1 to 8 as in EXIF; 1: not at all.</param>
public sealed record PictureInfo(int Width, int Height, int Orientation = 1)
{
    /// <summary>The size as it is seen, after turning.</summary>
    public (int Width, int Height) Seen => Orientation >= 5 ? (Height, Width) : (Width, Height);
}
