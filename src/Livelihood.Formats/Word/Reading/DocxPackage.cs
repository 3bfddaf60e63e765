using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Livelihood.Formats.Word.Reading;

/// <summary>
/// Looks at a .docx before anything reads it: it is a package with a document, not a bomb, and its XML is whole and not
/// nested so deep that reading it would exhaust the stack.
/// </summary>
internal static class DocxPackage
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const long LargestXml = 24L * 1024 * 1024;
    private const int MostEntries = 5_000;
    private const int DeepestXml = 256;

    /// <summary>Refuses what is no sound .docx.</summary>
    /// <exception cref="UnreadableDocumentException">With the reason.</exception>
    private static void Check(byte[] file)
    {
        CheckKind(file);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            CheckEntries(zip);
        }
        catch (XmlException fault)
        {
            throw Broken(fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or ArgumentException or IOException)
        {
            throw Broken(fault);
        }
    }

    /// <summary>Checks the file, opens it and reads it.</summary>
    /// <exception cref="UnreadableDocumentException">It is no .docx, too large, protected or broken.</exception>
    public static T Read<T>(byte[] file, Func<WordprocessingDocument, T> read)
    {
        Check(file);
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var word = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false });
            return read(word);
        }
        // What a file made by hand or damaged on its way can do to the packaging library has no end; nothing of it is the portal's fault.
        catch (Exception fault) when (fault is not (UnreadableDocumentException or OutOfMemoryException))
        {
            throw Broken(fault);
        }
    }

    private static UnreadableDocumentException Broken(Exception fault) => new(
        UnreadableDocument.Broken, "文件已经损坏，读不出来。请用Word打开它，另存为一个新的.docx文件，再导入。", fault);

    private static void CheckKind(byte[] file)
    {
        if (file.Length == 0)
        {
            throw new UnreadableDocumentException(UnreadableDocument.Empty, "文件是空的。请检查文件。");
        }

        if (file.Length > LargestFile)
        {
            throw TooLarge();
        }

        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw file.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new UnreadableDocumentException(UnreadableDocument.Protected, "文件设有打开密码。请在Word里取消密码，保存后再导入。")
                : new UnreadableDocumentException(UnreadableDocument.OldWord, "这是旧版Word（.doc）文件。请用Word或者WPS打开，另存为.docx，再导入。");
        }

        if (!file.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw NoDocument();
        }
    }

    private static void CheckEntries(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            throw TooLarge();
        }

        if (zip.GetEntry("[Content_Types].xml") is null || !zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            throw NoDocument();
        }

        var left = LargestUnpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            left -= Measure(entry, Math.Min(left, isXml ? LargestXml : long.MaxValue), buffer);
            if (isXml)
            {
                CheckXml(entry);
            }
        }
    }

    /// <summary>How large an entry really is; what its header says is not believed.</summary>
    private static long Measure(ZipArchiveEntry entry, long most, byte[] buffer)
    {
        using var content = entry.Open();
        var length = 0L;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            length += read;
            if (length > most)
            {
                throw TooLarge();
            }
        }

        return length;
    }

    private static void CheckXml(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.Depth > DeepestXml)
            {
                throw new UnreadableDocumentException(
                    UnreadableDocument.Broken, "文件的结构嵌套得太深，读不出来。请用Word打开它，把内容复制到一个新文档里，再导入。");
            }
        }
    }

    private static UnreadableDocumentException TooLarge() => new(
        UnreadableDocument.TooLarge, $"文件太大，或者解压后太大（文件不能超过{LargestFile / 1024 / 1024}兆字节）。请删去不需要的图片，或者把文件分开导入。");

    private static UnreadableDocumentException NoDocument() => new(
        UnreadableDocument.WrongKind, "这不是Word文档（.docx）。请选择.docx、.txt或者.md文件。");
}
