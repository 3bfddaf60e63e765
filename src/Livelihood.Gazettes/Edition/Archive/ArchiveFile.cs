using System.Security.Cryptography;

namespace Livelihood.Gazettes.Edition.Archive;

/// <summary>A file of the archive.</summary>
/// <param name="Path">Its path in the zip.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ArchiveFile(string Path, byte[] Content)
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>What goes into the archive of an issue.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Pages">The page of each document in the PDF by its place.</param>
/// <param name="Pdf">The PDF, or null.</param>
internal sealed record ArchiveContent(AssembledIssue Issue, IReadOnlyDictionary<int, int> Pages, byte[]? Pdf)
{
    /// <summary>The page that a document is cited with: on paper where there was paper, or else in the PDF.</summary>
    public int? PageOf(AssembledDocument document) =>
        document.Entry.Page ?? (Pages.TryGetValue(document.Order, out var page) ? page : null);
}
