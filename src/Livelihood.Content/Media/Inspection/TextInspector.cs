using System.Text;

namespace Livelihood.Content.Media.Inspection;

/// <summary>Tells text from what only pretends to be text, and reads it in UTF-8, UTF-16 or GB18030.</summary>
internal static class TextInspector
{
    private static readonly string[] Pages =
        ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "<?php", "<meta http-equiv", "javascript:"];

    private static readonly string[] Beginnings = ["#!", "@echo", "import os", "powershell", "wscript.", "msgbox"];

    static TextInspector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Checks a file without a known beginning.</summary>
    /// <exception cref="UploadRefusedException">Not text, or a page, a picture in SVG or a script.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, InspectionLimits limits)
    {
        if (Read(bytes) is not { } text)
        {
            throw new UploadRefusedException($"不接受这种文件。可以上传的有：{limits.Accepted}。");
        }

        if (Beginnings.Any(b => text.AsSpan().TrimStart(" \t\r\n").StartsWith(b, StringComparison.OrdinalIgnoreCase))
            || Pages.Any(p => text.Contains(p, StringComparison.OrdinalIgnoreCase)))
        {
            throw new UploadRefusedException(text.AsSpan().TrimStart(" \t\r\n").StartsWith("<")
                ? "这是网页或者矢量图（HTML、SVG、XML），不是纯文本，不能上传。请转为 PDF 或者图片。"
                : "文本里有网页代码或者脚本，不能上传。请去掉代码，或者转为 PDF。");
        }
    }

    /// <summary>The text, or null where the bytes are none.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var encoding = new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
            return Decode(bytes[2..], encoding);
        }

        return Decode(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true))
            ?? Decode(bytes, Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback));
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f')) ? null : text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
