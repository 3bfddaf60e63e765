using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Livelihood.Formats.Plain;

/// <summary>Why bytes are no text.</summary>
public enum TextFault
{
    /// <summary>No bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>No text: a picture, an archive, a PDF …</summary>
    Binary,

    /// <summary>Text in an encoding that is none of UTF-8, GB18030 and UTF-16 with its mark.</summary>
    UnknownEncoding,
}

/// <summary>Turns the bytes of a file into text: UTF-8 with or without its mark, UTF-16 with its mark, GB18030.</summary>
public static class TextDecoding
{
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

    /// <summary>Reads <paramref name="bytes"/>; false with the reason when they are no text. Never throws.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="text">The text, without a byte order mark.</param>
    /// <param name="fault">Why there is none.</param>
    /// <param name="kind">For <see cref="TextFault.Binary"/> what the file is, in Chinese; otherwise empty.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text, out TextFault fault, out string kind)
    {
        (text, fault, kind) = (null, TextFault.Empty, "");
        if (bytes.IsEmpty)
        {
            return false;
        }

        if (KindOf(bytes) is { } known)
        {
            (fault, kind) = (TextFault.Binary, known);
            return false;
        }

        try
        {
            text = Decode(bytes);
        }
        catch (DecoderFallbackException)
        {
            fault = TextFault.UnknownEncoding;
            return false;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            text = null;
        }
        else if (text.Count(IsStrayControl) * 100 > text.Length)
        {
            (text, fault, kind) = (null, TextFault.Binary, "文件");
        }

        return text is not null;
    }

    private static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return name;
            }
        }

        return !HasUtf16Mark(bytes) && bytes.Contains((byte)0) ? "二进制文件" : null;
    }

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
