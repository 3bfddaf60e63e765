using Livelihood.Content.Media.Pictures;

namespace Livelihood.Content.Media.Inspection;

/// <summary>Decides by its content what a file is, and whether the portal takes it. The name must agree; it decides nothing.</summary>
public static class FileInspector
{
    /// <summary>Reads the whole file and tells its kind.</summary>
    /// <param name="content">The file; it can seek.</param>
    /// <param name="name">Its clean name, see <see cref="UploadName.Clean"/>.</param>
    /// <param name="limits">What it may unfold to.</param>
    /// <exception cref="UploadRefusedException">It is not taken; the message says why and what to do.</exception>
    public static MediaKind Inspect(Stream content, string name, InspectionLimits limits)
    {
        if (content.Length == 0)
        {
            throw new UploadRefusedException("文件是空的（0 字节）。请检查后重新选择。");
        }

        if (UploadName.NamesProgram(name))
        {
            throw new UploadRefusedException($"程序、脚本、网页和矢量图不能上传，伪装成其他文件也不行。可以上传的有：{limits.Accepted}。");
        }

        var kind = KindOf(content, name, limits);
        content.Position = 0;
        if (UploadName.Extension(name) is { Length: > 0 } extension && !kind.Extensions.Contains(extension))
        {
            throw new UploadRefusedException(
                $"文件的内容其实是{kind.Label}，与名称的后缀“{extension}”不符。请核对是不是选错了文件；确认无误的，把后缀改为 {kind.Extensions[0]} 再上传。");
        }

        return kind;
    }

    private static MediaKind KindOf(Stream content, string name, InspectionLimits limits)
    {
        Span<byte> start = stackalloc byte[16];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
        {
            return PackageInspector.KindOf(content, limits);
        }

        if (start.StartsWith(OleInspector.Signature))
        {
            return OleInspector.KindOf(content, limits);
        }

        var bytes = ReadAll(content);
        if (start.StartsWith("%PDF-"u8))
        {
            PdfInspector.Check(bytes, limits.PdfObjects);
            return MediaKind.Pdf;
        }

        if (PictureBy(start) is { } picture)
        {
            CheckPicture(picture, bytes, limits);
            return picture;
        }

        if (start.Length > 8 && start[4..].StartsWith("ftyp"u8))
        {
            return MovieInspector.IsMp4(bytes) ? MediaKind.Mp4 : throw Broken();
        }

        if (MovieInspector.IsMp3(bytes))
        {
            return MediaKind.Mp3;
        }

        TextInspector.Check(bytes, limits);
        return UploadName.Extension(name) == ".csv" ? MediaKind.Csv : MediaKind.Text;
    }

    private static MediaKind? PictureBy(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? MediaKind.Png
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? MediaKind.Jpeg
        : start.StartsWith("GIF8"u8) ? MediaKind.Gif
        : start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..].StartsWith("WEBP"u8) ? MediaKind.Webp
        : null;

    private static void CheckPicture(MediaKind kind, byte[] bytes, InspectionLimits limits)
    {
        try
        {
            var info = PictureCopy.Write(kind, bytes, Stream.Null);
            if (info.Width <= 0 || info.Height <= 0 || (long)info.Width * info.Height > limits.Pixels)
            {
                throw new UploadRefusedException($"图片太大（{info.Width}×{info.Height}像素）。请缩小后再上传。");
            }
        }
        catch (InvalidDataException problem)
        {
            throw new UploadRefusedException("图片不完整或者已损坏。请重新导出后再上传。", problem);
        }
    }

    private static UploadRefusedException Broken() => new("文件不完整或者已损坏。请重新导出后再上传。");

    private static byte[] ReadAll(Stream content)
    {
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        content.Position = 0;
        return bytes;
    }
}
