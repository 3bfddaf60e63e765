using System.IO.Compression;
using System.Text;

namespace Livelihood.Content.Media.Inspection;

/// <summary>Tells what a zip is: an office document, an open document, OFD, or just an archive.</summary>
internal static class PackageInspector
{
    private const int MostHeader = 1024 * 1024;

    private static readonly (string Part, string MainType, MediaKind Kind)[] Office =
    [
        ("word/document.xml", "wordprocessingml.document.main+xml", MediaKind.Docx),
        ("xl/workbook.xml", "spreadsheetml.sheet.main+xml", MediaKind.Xlsx),
        ("ppt/presentation.xml", "presentationml.presentation.main+xml", MediaKind.Pptx),
    ];

    /// <summary>The kind, after everything inside was read once.</summary>
    /// <exception cref="UploadRefusedException">Macros, bombs, broken or encrypted.</exception>
    public static MediaKind KindOf(Stream content, InspectionLimits limits)
    {
        using var archive = Open(content);
        var kind = OfficeKind(archive) ?? OpenDocumentKind(archive) ?? (archive.GetEntry("OFD.xml") is not null ? MediaKind.Ofd : MediaKind.Zip);
        new ZipInspector(limits).Check(archive, isPackage: kind != MediaKind.Zip);
        return kind;
    }

    private static ZipArchive Open(Stream content)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            return archive.Entries.Count > 0 ? archive : throw new UploadRefusedException("压缩包是空的。请放入文件后再上传。");
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UploadRefusedException("文件已损坏，打不开。请重新生成后再上传。", problem);
        }
    }

    private static MediaKind? OfficeKind(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } header)
        {
            return null;
        }

        var types = Read(header);
        if (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || archive.Entries.Any(IsMacro))
        {
            throw new UploadRefusedException("文件里有宏（可以自动运行的程序），不能上传。请另存为不含宏的文件。");
        }

        return Office.FirstOrDefault(o => archive.GetEntry(o.Part) is not null && types.Contains(o.MainType, StringComparison.Ordinal)).Kind
            ?? throw new UploadRefusedException("文件不是完整的 Office 文档。请用 Word、Excel 或 WPS 打开后另存，再上传。");
    }

    private static MediaKind? OpenDocumentKind(ZipArchive archive) =>
        archive.GetEntry("mimetype") is not { } mimetype ? null : Read(mimetype).Trim() switch
        {
            "application/vnd.oasis.opendocument.text" when !HasBasic(archive) => MediaKind.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" when !HasBasic(archive) => MediaKind.Ods,
            _ => null,
        };

    private static bool HasBasic(ZipArchive archive) =>
        archive.Entries.Any(e => e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
            ? throw new UploadRefusedException("文件里有宏（可以自动运行的程序），不能上传。请另存为不含宏的文件。")
            : false;

    private static bool IsMacro(ZipArchiveEntry entry) =>
        entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private static string Read(ZipArchiveEntry entry)
    {
        try
        {
            using var content = entry.Open();
            var bytes = new byte[MostHeader];
            return Encoding.UTF8.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException)
        {
            throw new UploadRefusedException("文件已损坏，打不开。请重新生成后再上传。", problem);
        }
    }
}
