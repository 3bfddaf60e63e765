namespace Livelihood.Content.Media;

/// <summary>A kind of file that the portal hands out. What is not listed is not taken: nothing here can run in a reader's browser.</summary>
/// <param name="Extension">With its point, in lower case.</param>
/// <param name="ContentType">What the browser is told.</param>
/// <param name="Inline">Shown in the page; otherwise downloaded.</param>
/// <param name="Signature">How such a file begins; empty for plain text.</param>
public sealed record MediaKind(string Extension, string ContentType, bool Inline, byte[] Signature)
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<MediaKind> All =
    [
        new(".png", "image/png", true, [0x89, 0x50, 0x4E, 0x47]),
        new(".jpg", "image/jpeg", true, [0xFF, 0xD8, 0xFF]),
        new(".jpeg", "image/jpeg", true, [0xFF, 0xD8, 0xFF]),
        new(".gif", "image/gif", true, [0x47, 0x49, 0x46, 0x38]),
        new(".webp", "image/webp", true, [0x52, 0x49, 0x46, 0x46]),
        new(".pdf", "application/pdf", true, [0x25, 0x50, 0x44, 0x46]),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, Zip),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, Zip),
        new(".zip", "application/zip", false, Zip),
        new(".csv", "text/csv; charset=utf-8", false, []),
        new(".txt", "text/plain; charset=utf-8", false, []),
    ];

    /// <summary>The kind that a path's ending names, or null.</summary>
    public static MediaKind? Of(string path) => All.FirstOrDefault(k => path.EndsWith(k.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the bytes are what the name says.</summary>
    public bool Fits(ReadOnlySpan<byte> start) => start.StartsWith(Signature) && (Signature.Length > 0 || !start.Contains((byte)0));
}
