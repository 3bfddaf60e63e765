namespace Livelihood.Content.Parts;

/// <summary>附件: files that belong to the item, in order.</summary>
public sealed record FilesPart
{
    /// <summary>The files.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}

/// <summary>An attached file.</summary>
/// <param name="Path">The file, below <c>/media/</c>.</param>
/// <param name="Title">What readers see.</param>
public sealed record AttachedFile(string Path, string Title);
