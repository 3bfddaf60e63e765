using Livelihood.Content.Media;

namespace Livelihood.Disclosure.Papers;

/// <summary>Kinds of file that are taken at a place.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Names">As people read them.</param>
public sealed record TakenKinds(IReadOnlyList<MediaKind> Kinds, string Names)
{
    /// <summary>For the file field.</summary>
    public string Accept { get; } = string.Join(',', Kinds.SelectMany(kind => kind.Extensions));
}

/// <summary>What papers may be: what a phone, a scanner and an office make.</summary>
public static class PaperKinds
{
    /// <summary>The kinds.</summary>
    public static readonly IReadOnlyList<MediaKind> All =
        [MediaKind.Pdf, MediaKind.Jpeg, MediaKind.Png, MediaKind.Webp, MediaKind.Gif, MediaKind.Docx, MediaKind.Doc, MediaKind.Text];

    /// <summary>As people read them.</summary>
    public const string Names = "PDF、图片（jpg、png、webp、gif）、Word（doc、docx）、纯文本（txt）";

    /// <summary>What people attach to a request.</summary>
    public static readonly TakenKinds Attached = new(All, Names);

    /// <summary>What an office gives as it is.</summary>
    public static readonly TakenKinds Originals = new(
        [MediaKind.Pdf, MediaKind.Ofd, MediaKind.Jpeg, MediaKind.Png, MediaKind.Webp, MediaKind.Gif, MediaKind.Docx, MediaKind.Xlsx, MediaKind.Doc, MediaKind.Xls, MediaKind.Csv, MediaKind.Text],
        "PDF、OFD、图片（jpg、png、webp、gif）、Word（docx、doc）、Excel（xlsx、xls）、csv、txt");

    /// <summary>For the file field; a telephone that photographs in another format converts to one of these.</summary>
    public static string Accept => Attached.Accept;

    /// <summary>A length as people read it.</summary>
    public static string SizeOf(long length) => length < 1024 * 1024 ? $"{Math.Max(1, length / 1024)} KB" : $"{length / 1024.0 / 1024.0:0.0} MB";
}
