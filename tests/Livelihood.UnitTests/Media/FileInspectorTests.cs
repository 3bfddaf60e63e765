using System.IO.Compression;
using System.Text;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Inspection;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.UnitTests.Media;

/// <summary>What a file is follows from its content; what may harm is refused with a reason.</summary>
public sealed class FileInspectorTests
{
    private static readonly byte[] Mp3 = [.. Frame(), .. Frame(), .. Frame()];

    public static TheoryData<string, byte[], string> GoodFiles() => new()
    {
        { "通知.pdf", SampleFiles.Pdf("Notice"), "pdf" },
        { "通知.docx", SampleFiles.Docx("通知"), "docx" },
        { "通知", SampleFiles.Docx("通知"), "docx" },
        { "图.png", SampleFiles.Png(8, 8), "png" },
        { "图.JPEG", SampleFiles.JpegWithPlace(), "jpg" },
        { "图.gif", Gif(), "gif" },
        { "图.webp", Webp(), "webp" },
        { "表.csv", "年,数\r\n2021,130"u8.ToArray(), "csv" },
        { "说明.txt", "说明\n"u8.ToArray(), "txt" },
        { "国标.txt", Gb("汉字说明"), "txt" },
        { "附件.zip", SampleFiles.Zip(("表.csv", "1"u8.ToArray())), "zip" },
        { "版式.ofd", SampleFiles.Zip(("OFD.xml", "<OFD/>"u8.ToArray())), "ofd" },
        { "文.odt", SampleFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())), "odt" },
        { "旧.doc", Ole("WordDocument"), "doc" },
        { "旧.wps", Ole("WordDocument"), "doc" },
        { "旧.xls", Ole("Workbook"), "xls" },
        { "录音.mp3", Mp3, "mp3" },
        { "录像.mp4", Mp4(), "mp4" },
        { "三政办.2019.8号.pdf", SampleFiles.Pdf("Notice"), "pdf" },
    };

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void Inspect_GoodFile_TellsItsKind(string name, byte[] bytes, string kind) =>
        Assert.Equal(kind, FileInspector.Inspect(new MemoryStream(bytes), name, new()).Name);

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "空.pdf", [], "0 字节" },
        { "网页.html", "<html></html>"u8.ToArray(), "网页" },
        { "网页.txt", "\uFEFF <!DOCTYPE html><p>a"u8.ToArray(), "HTML" },
        { "图.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "矢量图" },
        { "图.txt", "<svg onload=alert(1)>"u8.ToArray(), "HTML" },
        { "中间.csv", "a,b\n<script>alert(1)</script>"u8.ToArray(), "脚本" },
        { "脚本.txt", "#!/bin/sh\nrm -rf /"u8.ToArray(), "脚本" },
        { "程序.pdf.exe", "MZ"u8.ToArray(), "程序" },
        { "程序.exe.pdf", SampleFiles.Pdf("x"), "伪装" },
        { "程序.pdf", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], "不接受这种文件" },
        { "图.pdf", SampleFiles.Png(4, 4), "其实是PNG 图片" },
        { "文.pdf", SampleFiles.Docx("x"), "其实是Word 文档" },
        { "半截.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"u8.ToArray(), "不完整" },
        { "脚本.pdf", SampleFiles.Pdf("x", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "PDF 里有脚本" },
        { "藏名.pdf", SampleFiles.Pdf("x", "/OpenAction << /S /J#61vaScript >>"), "PDF 里有脚本" },
        { "启动.pdf", SampleFiles.Pdf("x", "/OpenAction << /S /Launch /F (calc) >>"), "启动程序" },
        { "夹带.pdf", SampleFiles.Pdf("x", "/Names << /EmbeddedFiles 9 0 R >>"), "夹带了其他文件" },
        { "压缩.pdf", PdfWithObjectStream("<< /S /JavaScript >>"), "PDF 里有脚本" },
        { "膨胀.pdf", PdfWithObjectStream(new string(' ', 70_000_000)), "不合常理" },
        { "两用.pdf", [.. SampleFiles.Pdf("x"), .. SampleFiles.Zip(("a.txt", [1]))], "又是压缩包" },
        { "宏.docx", SampleFiles.Docx("x", ("word/vbaProject.bin", [1, 2])), "宏" },
        { "缺.docx", SampleFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray())), "不是完整的 Office 文档" },
        { "宏.doc", Ole("WordDocument", "Macros"), "宏" },
        { "密.docx", Ole("EncryptedPackage"), "有密码" },
        { "炸弹.zip", SampleFiles.ZipBomb(64), "不合常理" },
        { "炸弹.docx", SampleFiles.Docx("x", ("word/media/a.bin", new byte[32 * 1024 * 1024])), "不合常理" },
        { "路径.zip", SampleFiles.Zip(("../../etc/passwd", [1])), "指向外部的路径" },
        { "含程序.zip", SampleFiles.Zip(("安装/setup.exe", [1])), "程序、脚本或网页" },
        { "套娃.zip", Nested(4), "一层套一层" },
        { "坏.zip", "PK\u0003\u0004broken"u8.ToArray(), "已损坏" },
        { "坏.png", SampleFiles.Png(8, 8)[..40], "不完整" },
        { "坏.jpg", SampleFiles.JpegWithPlace()[..^4], "不完整" },
        { "巨图.png", Huge(), "图片太大" },
        { "二进制.txt", [1, 0, 2, 0, 9], "不接受这种文件" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Inspect_BadFile_IsRefusedWithTheReason(string name, byte[] bytes, string reason) =>
        Assert.Contains(reason, Assert.Throws<UploadRefusedException>(() => FileInspector.Inspect(new MemoryStream(bytes), name, new())).Message);

    [Fact]
    public void Inspect_ArchiveThatLiesAboutItsSize_IsCountedByWhatItUnfoldsTo()
    {
        var bomb = SampleFiles.ZipBomb(32);
        // The central directory says that the entry has one byte.
        var central = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bomb.AsSpan(central + 24), 1);

        Assert.Throws<UploadRefusedException>(() => FileInspector.Inspect(new MemoryStream(bomb), "表.zip", new()));
    }

    [Fact]
    public void Inspect_PictureDataThatLooksLikeAScript_IsNoScript()
    {
        var image = "<< /Length 9 >>\nstream\n/JS /Launch\nendstream";
        var pdf = Encoding.Latin1.GetString(SampleFiles.Pdf("a (b) /JS")).Replace("trailer", $"9 0 obj\n{image}\nendobj\ntrailer", StringComparison.Ordinal);

        Assert.Equal("pdf", FileInspector.Inspect(new MemoryStream(Encoding.Latin1.GetBytes(pdf)), "a.pdf", new()).Name);
    }

    private static byte[] PdfWithObjectStream(string objects)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.Latin1.GetBytes("10 0 " + objects));
        }

        return
        [
            .. "%PDF-1.5\n9 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode >>\nstream\n"u8, .. packed.ToArray(),
            .. "\nendstream\nendobj\n%%EOF\n"u8,
        ];
    }

    private static byte[] Nested(int depth)
    {
        var inner = SampleFiles.Zip(("a.txt", [1]));
        for (var i = 0; i < depth; i++)
        {
            inner = SampleFiles.Zip(("inner.zip", inner));
        }

        return inner;
    }

    private static byte[] Huge()
    {
        var png = SampleFiles.Png(1, 1);
        (png[17], png[21]) = (0xFF, 0xFF); // 16 million pixels each way
        return png;
    }

    private static byte[] Ole(params string[] streams)
    {
        var file = new byte[512 * 3];
        OleSignature.CopyTo(file, 0);
        (file[30], file[48]) = (9, 1); // sectors of 512 bytes; the directory is sector 1
        Array.Fill<byte>(file, 0xFF, 68, 4);
        Array.Fill<byte>(file, 0xFF, 76, 436);
        Array.Clear(file, 76, 4); // the allocation table is sector 0
        Array.Fill<byte>(file, 0xFF, 512, 512);
        file[516] = 0xFE; // the directory ends with its first sector
        for (var i = 0; i < streams.Length; i++)
        {
            var name = Encoding.Unicode.GetBytes(streams[i] + "\0");
            name.CopyTo(file, 1024 + (i * 128));
            file[1024 + (i * 128) + 64] = (byte)name.Length;
        }

        return file;
    }

    private static readonly byte[] OleSignature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static byte[] Gif() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    private static byte[] Webp() =>
        [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 5, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0];

    private static byte[] Mp4() =>
        [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0, 0, 0, 0, 8, .. "moov"u8];

    // MPEG 1 layer 3, 128 kbit/s, 44.1 kHz.
    private static byte[] Frame() => [0xFF, 0xFB, 0x90, 0, .. new byte[413]];

    private static byte[] Gb(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }
}
