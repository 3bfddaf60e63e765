using Livelihood.Content.Media;

namespace Livelihood.Disclosure.Papers;

/// <summary>What papers may be: what a phone, a scanner and an office make.</summary>
public static class PaperKinds
{
    /// <summary>The kinds.</summary>
    public static readonly IReadOnlyList<MediaKind> All =
        [MediaKind.Pdf, MediaKind.Jpeg, MediaKind.Png, MediaKind.Webp, MediaKind.Gif, MediaKind.Docx, MediaKind.Doc, MediaKind.Text];

    /// <summary>As people read them.</summary>
    public const string Names = "PDF、图片（jpg、png、webp、gif）、Word（doc、docx）、纯文本（txt）";

    /// <summary>For the file field; a telephone that photographs in another format converts to one of these.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(kind => kind.Extensions));

    /// <summary>A length as people read it.</summary>
    public static string SizeOf(long length) => length < 1024 * 1024 ? $"{Math.Max(1, length / 1024)} KB" : $"{length / 1024.0 / 1024.0:0.0} MB";
}
