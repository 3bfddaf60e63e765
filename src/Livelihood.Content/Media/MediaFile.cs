namespace Livelihood.Content.Media;

/// <summary>A file under a name of its own, such as <c>images/emblem.png</c>; its bytes lie in the file store.</summary>
public sealed class MediaFile
{
    /// <summary>The path below <c>/media/</c>; unique.</summary>
    public required string Path { get; init; }

    /// <summary>The bytes' address in the file store.</summary>
    public required string FileHash { get; set; }

    /// <summary>Length in bytes.</summary>
    public long Length { get; set; }
}
