using Livelihood.Platform.Data;

namespace Livelihood.Content.Media;

/// <summary>How far the scan for viruses is.</summary>
public enum MediaScan
{
    /// <summary>No scanner is configured, or a recipe brought the file.</summary>
    NotScanned,

    /// <summary>待扫描: nobody gets it yet.</summary>
    Waiting,

    /// <summary>已扫描，未发现病毒.</summary>
    Clean,

    /// <summary>发现病毒: the bytes are gone, the row says so to whoever uploaded it.</summary>
    Infected,
}

/// <summary>A file under an address of its own, such as <c>images/emblem.png</c>; its bytes lie in the file store.</summary>
public sealed class MediaFile
{
    /// <summary>The path below <c>/media/</c>; unique, and never changed.</summary>
    public required string Path { get; init; }

    /// <summary>The bytes' address in the file store.</summary>
    public required string FileHash { get; set; }

    /// <summary>Length in bytes.</summary>
    public long Length { get; set; }

    /// <summary>The agency that it belongs to; null: a file of the site, public, brought by a recipe.</summary>
    public string? AgencyId { get; init; }

    /// <summary>The name under which it was uploaded, made harmless; readers download it under this name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its <see cref="MediaKind"/>, decided by its content.</summary>
    public required string Kind { get; set; }

    /// <summary>Who uploaded it, as in the audit chain.</summary>
    public string? UploadedBy { get; init; }

    /// <summary>When it was uploaded.</summary>
    public DateTimeOffset UploadedUtc { get; init; }

    /// <summary>A picture's width in pixels as it is seen.</summary>
    public int? Width { get; set; }

    /// <summary>A picture's height in pixels as it is seen.</summary>
    public int? Height { get; set; }

    /// <summary>The bytes of a small copy of the picture for lists; null where the picture is small, or no program made one.</summary>
    public string? SmallHash { get; set; }

    /// <summary>The small copy's width in pixels.</summary>
    public int? SmallWidth { get; set; }

    /// <summary>What the picture shows, for those who do not see it; a proposal that each use may change.</summary>
    public string? AlternativeText { get; set; }

    /// <summary>How far the scan is.</summary>
    public MediaScan Scan { get; set; }

    /// <summary>What the scanner found, or null.</summary>
    public string? Finding { get; set; }
}

/// <summary>The text of a file, for search.</summary>
[Unaudited("The text follows from the file, whose upload is audited.")]
public sealed class MediaText
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The plain text, paragraphs end with a line feed; empty where the file has none, such as a scanned page.</summary>
    public required string Text { get; set; }
}

/// <summary>A published item uses a file: the file is public through it.</summary>
[Unaudited("Uses follow from publication and withdrawal, which are audited.")]
public sealed class MediaUse
{
    /// <summary>The file.</summary>
    public required string MediaPath { get; init; }

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }
}

/// <summary>What is to be done with a file after its upload.</summary>
public enum MediaTask
{
    /// <summary>Scan it for viruses.</summary>
    Scan,

    /// <summary>Read its text.</summary>
    Text,
}

/// <summary>Work that waits: it is taken up by a job, and tried again where it fails.</summary>
[Unaudited("Work follows from the upload, which is audited; so is what comes of a scan.")]
public sealed class MediaWork
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What is to be done.</summary>
    public MediaTask Task { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset DueUtc { get; set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed, or null.</summary>
    public string? LastError { get; set; }
}
