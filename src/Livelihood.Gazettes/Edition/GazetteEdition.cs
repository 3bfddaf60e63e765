using System.Globalization;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;

namespace Livelihood.Gazettes.Edition;

/// <summary>Where the making of an edition stands.</summary>
public enum EditionState
{
    /// <summary>等待.</summary>
    Waiting,

    /// <summary>制作中.</summary>
    Making,

    /// <summary>完成.</summary>
    Done,

    /// <summary>完成, but for the PDF: there is no Chromium.</summary>
    WithoutPdf,

    /// <summary>失败: it was tried several times.</summary>
    Failed,
}

/// <summary>
/// An edition (印刷版) of an issue: the files made from certain versions of the issue and its documents. What was made never
/// changes; other versions make another edition.
/// </summary>
[Unaudited("It follows from publication; that an edition was made, or asked for anew, is audited.")]
public sealed class GazetteEdition
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>What it is made of, see <see cref="EditionKey"/>; null until that was looked up.</summary>
    public string? Key { get; set; }

    /// <summary>The layout's own version.</summary>
    public int Layout { get; set; }

    /// <summary>1; higher where staff had the same edition made again.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public EditionState State { get; set; }

    /// <summary>What is being done, or what is missing or went wrong; in Chinese.</summary>
    public string Message { get; set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedUtc { get; init; }

    /// <summary>Before this moment it is left alone: several publications in a row make one edition.</summary>
    public DateTimeOffset DueUtc { get; set; }

    /// <summary>Until when the node that makes it has it; later it is taken for dead.</summary>
    public DateTimeOffset? LeaseUtc { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? MadeUtc { get; set; }

    /// <summary>How many sheets the PDF has.</summary>
    public int? Sheets { get; set; }

    /// <summary>The PDF's hash and length in the file store, or null.</summary>
    public string? PdfHash { get; set; }

    /// <summary>Bytes.</summary>
    public long? PdfLength { get; set; }

    /// <summary>The Word file's hash in the file store, or null.</summary>
    public string? WordHash { get; set; }

    /// <summary>Bytes.</summary>
    public long? WordLength { get; set; }

    /// <summary>The archive's hash in the file store, or null.</summary>
    public string? ArchiveHash { get; set; }

    /// <summary>Bytes.</summary>
    public long? ArchiveLength { get; set; }

    /// <summary>What it is made of.</summary>
    public List<EditionEntry> Entries { get; init; } = [];

    /// <summary>Whether there are files to hand out; while the PDF that it lacked is being made, too.</summary>
    public bool IsMade => ArchiveHash is not null;

    /// <summary>Whether there is something to wait for.</summary>
    public bool IsUnderWay => State is EditionState.Waiting or EditionState.Making;

    /// <summary>The state in words.</summary>
    public string StateText => State switch
    {
        EditionState.Waiting => "等待制作",
        EditionState.Making => "制作中",
        EditionState.Done => "完成",
        EditionState.WithoutPdf => "缺PDF",
        _ => "失败",
    };

    /// <summary>The file of a kind, or null.</summary>
    public EditionFile? FileOf(EditionKind kind) => kind switch
    {
        EditionKind.Pdf when PdfHash is not null => new(kind, PdfHash, PdfLength ?? 0),
        EditionKind.Word when WordHash is not null => new(kind, WordHash, WordLength ?? 0),
        EditionKind.Archive when ArchiveHash is not null => new(kind, ArchiveHash, ArchiveLength ?? 0),
        _ => null,
    };

    /// <summary>Says where the file of a kind lies; null: there is none.</summary>
    public void Keep(EditionKind kind, FileRef? file)
    {
        switch (kind)
        {
            case EditionKind.Pdf:
                (PdfHash, PdfLength) = (file?.Hash, file?.Length);
                break;
            case EditionKind.Word:
                (WordHash, WordLength) = (file?.Hash, file?.Length);
                break;
            default:
                (ArchiveHash, ArchiveLength) = (file?.Hash, file?.Length);
                break;
        }
    }

    /// <summary>The files that there are.</summary>
    public IEnumerable<EditionFile> Files => Enum.GetValues<EditionKind>().Select(FileOf).OfType<EditionFile>();
}

/// <summary>A document of an edition: in which version, and on which page.</summary>
[Unaudited("Part of the edition.")]
public sealed class EditionEntry
{
    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>The place in the issue, from 1.</summary>
    public int Order { get; init; }

    /// <summary>The document's item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The version that was printed.</summary>
    public Guid VersionId { get; init; }

    /// <summary>The page in the PDF's own counting; null where there is no PDF.</summary>
    public int? Page { get; init; }
}

/// <summary>A kind of file of an edition.</summary>
public enum EditionKind
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word.</summary>
    Word,

    /// <summary>The zip for archives and libraries.</summary>
    Archive,
}

/// <summary>A file of an edition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">Where it lies in the file store.</param>
/// <param name="Length">Bytes.</param>
public sealed record EditionFile(EditionKind Kind, string Hash, long Length)
{
    /// <summary>How much of the hash stands in addresses.</summary>
    public const int MarkLength = 16;

    /// <summary>The ending of its name.</summary>
    public string Ending => Kind switch { EditionKind.Pdf => "pdf", EditionKind.Word => "docx", _ => "zip" };

    /// <summary>Its media type.</summary>
    public string ContentType => Kind switch
    {
        EditionKind.Pdf => "application/pdf",
        EditionKind.Word => Formats.Word.WordDocumentWriter.ContentType,
        _ => "application/zip",
    };

    /// <summary>Its name for readers.</summary>
    public string Name => Kind switch { EditionKind.Pdf => "PDF", EditionKind.Word => "Word", _ => "归档包（ZIP）" };

    /// <summary>Its size in words: 1.2 MB.</summary>
    public string SizeText => Length < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Length / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{Length / (1024.0 * 1024):0.0} MB");

    /// <summary>Its kind by the ending of a name, or null.</summary>
    public static EditionKind? KindOf(string ending) => ending switch
    {
        "pdf" => EditionKind.Pdf,
        "docx" => EditionKind.Word,
        "zip" => EditionKind.Archive,
        _ => null,
    };
}
