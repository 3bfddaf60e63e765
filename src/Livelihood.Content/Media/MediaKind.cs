namespace Livelihood.Content.Media;

/// <summary>A kind of file that the portal takes and hands out. What is not listed is not taken: nothing here can run in a reader's browser.</summary>
/// <param name="Name">The kind's name in the database, such as <c>docx</c>; also its usual extension.</param>
/// <param name="Label">What people call it.</param>
/// <param name="ContentType">What the browser is told.</param>
/// <param name="Extensions">The endings that such a file may have, with their points, the usual one first.</param>
public sealed record MediaKind(string Name, string Label, string ContentType, params IReadOnlyList<string> Extensions)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    /// <summary>Shown in the page; otherwise downloaded.</summary>
    public bool Inline { get; private init; }

    /// <summary>A picture: it has a size, and needs alternative text.</summary>
    public bool IsPicture { get; private init; }

    /// <summary>Its text can be read, so that search finds it.</summary>
    public bool HasText { get; private init; }

    public static readonly MediaKind Png = Picture(new("png", "PNG 图片", "image/png", ".png"));
    public static readonly MediaKind Jpeg = Picture(new("jpg", "JPEG 图片", "image/jpeg", ".jpg", ".jpeg"));
    public static readonly MediaKind Gif = Picture(new("gif", "GIF 图片", "image/gif", ".gif"));
    public static readonly MediaKind Webp = Picture(new("webp", "WebP 图片", "image/webp", ".webp"));
    public static readonly MediaKind Pdf = new("pdf", "PDF 文件", "application/pdf", ".pdf") { Inline = true, HasText = true };
    public static readonly MediaKind Ofd = new("ofd", "OFD 版式文件", "application/ofd", ".ofd");
    public static readonly MediaKind Docx = new("docx", "Word 文档", Office + "wordprocessingml.document", ".docx") { HasText = true };
    public static readonly MediaKind Xlsx = new("xlsx", "Excel 表格", Office + "spreadsheetml.sheet", ".xlsx") { HasText = true };
    public static readonly MediaKind Pptx = new("pptx", "演示文稿", Office + "presentationml.presentation", ".pptx") { HasText = true };
    public static readonly MediaKind Doc = new("doc", "Word 97–2003 文档", "application/msword", ".doc", ".wps");
    public static readonly MediaKind Xls = new("xls", "Excel 97–2003 表格", "application/vnd.ms-excel", ".xls", ".et");
    public static readonly MediaKind Ppt = new("ppt", "97–2003 演示文稿", "application/vnd.ms-powerpoint", ".ppt", ".dps");
    public static readonly MediaKind Odt = new("odt", "开放文档", OpenDocument + "text", ".odt");
    public static readonly MediaKind Ods = new("ods", "开放表格", OpenDocument + "spreadsheet", ".ods");
    public static readonly MediaKind Zip = new("zip", "ZIP 压缩包", "application/zip", ".zip");
    public static readonly MediaKind Csv = new("csv", "CSV 数据", "text/csv; charset=utf-8", ".csv") { HasText = true };
    public static readonly MediaKind Text = new("txt", "纯文本", "text/plain; charset=utf-8", ".txt") { HasText = true };
    public static readonly MediaKind Mp3 = new("mp3", "MP3 录音", "audio/mpeg", ".mp3");
    public static readonly MediaKind Mp4 = new("mp4", "MP4 视频", "video/mp4", ".mp4", ".m4v");

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<MediaKind> All =
        [Png, Jpeg, Gif, Webp, Pdf, Ofd, Docx, Xlsx, Pptx, Doc, Xls, Ppt, Odt, Ods, Zip, Csv, Text, Mp3, Mp4];

    /// <summary>The endings that are taken, as people read them.</summary>
    public static string Accepted => string.Join("、", All.SelectMany(k => k.Extensions).Select(e => e[1..]));

    /// <summary>The kind that a path's ending names, or null.</summary>
    public static MediaKind? Of(string path) =>
        All.FirstOrDefault(k => k.Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The kind of this name, or null.</summary>
    public static MediaKind? Named(string name) => All.FirstOrDefault(k => k.Name == name);

    private static MediaKind Picture(MediaKind kind) => kind with { Inline = true, IsPicture = true };
}
