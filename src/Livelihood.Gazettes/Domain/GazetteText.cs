using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Livelihood.Gazettes.Domain;

/// <summary>Turns the bytes of a file into text: UTF-8 with or without its mark, UTF-16 with its mark, GB18030.</summary>
public static class GazetteText
{
    /// <summary>The largest file that is read: 32 MiB, some hundred times an issue.</summary>
    public const int LargestBytes = 32 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictGb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "PDF文件"),
        ("PK\u0003\u0004"u8.ToArray(), "压缩包或者Word（docx）文件"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版Word文件"),
        ([0x89, 0x50, 0x4E, 0x47], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ("{\\rtf"u8.ToArray(), "RTF文件"),
        ("Rar!"u8.ToArray(), "压缩包"),
        ([0x1F, 0x8B], "压缩包"),
        ("7z"u8.ToArray(), "压缩包"),
    ];

    /// <summary>Reads <paramref name="bytes"/>; false with a reason when they are no text. Never throws.</summary>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out UnreadableGazette? refusal)
    {
        text = null;
        refusal = Refuse(bytes);
        if (refusal is not null)
        {
            return false;
        }

        try
        {
            text = Decode(bytes);
        }
        catch (DecoderFallbackException)
        {
            refusal = new(UnreadableReason.UnknownEncoding, "认不出文件的编码。请把文件另存为UTF-8或者GB18030编码的文本（.txt），再导入。");
            return false;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            refusal = new(UnreadableReason.Empty, "文件里只有空白，没有文字。请检查文件。");
        }
        else if (text.Count(IsStrayControl) * 100 > text.Length)
        {
            refusal = Binary("文件");
        }

        return refusal is null;
    }

    private static UnreadableGazette? Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new(UnreadableReason.Empty, "文件是空的。请检查文件。");
        }

        if (bytes.Length > LargestBytes)
        {
            return new(UnreadableReason.TooLarge, $"文件超过{LargestBytes / 1024 / 1024}兆字节，不像一期公报的文本。请一期一个文件导入。");
        }

        foreach (var (start, name) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return Binary(name);
            }
        }

        return !HasUtf16Mark(bytes) && bytes.Contains((byte)0) ? Binary("二进制文件") : null;
    }

    private static UnreadableGazette Binary(string name) =>
        new(UnreadableReason.Binary, $"这是{name}，不是文本。请把公报另存为纯文本（.txt，UTF-8或者GB18030编码），再导入。");

    private static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return StrictUtf8.GetString(bytes[3..]);
            case [0xFF, 0xFE, ..]:
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
            case [0xFE, 0xFF, ..]:
                return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
            default:
                try
                {
                    return StrictUtf8.GetString(bytes);
                }
                catch (DecoderFallbackException)
                {
                    return StrictGb18030.GetString(bytes);
                }
        }
    }

    private static bool IsStrayControl(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u0085');
}
