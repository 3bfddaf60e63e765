namespace Livelihood.Content.Media.Inspection;

/// <summary>What a file may be and unfold to. The figures are generous for documents, and small for a machine.</summary>
public sealed record InspectionLimits
{
    /// <summary>What is taken, as a refusal names it.</summary>
    public string Accepted { get; init; } = MediaKind.Accepted;

    /// <summary>Entries of an archive, those of archives inside included.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Bytes of an archive when unpacked, archives inside included.</summary>
    public long Unpacked { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Bytes of a PDF's compressed objects when unpacked; they are held in memory, pictures and fonts are not among them.</summary>
    public long PdfObjects { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many times larger than packed an entry over one megabyte may be.</summary>
    public int Ratio { get; init; } = 300;

    /// <summary>How deep archives may lie in archives; 1: an archive in an archive.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Pixels of a picture.</summary>
    public long Pixels { get; init; } = 150_000_000;
}
