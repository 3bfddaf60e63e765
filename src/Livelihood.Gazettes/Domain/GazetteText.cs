using System.Diagnostics.CodeAnalysis;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain;

/// <summary>Turns the bytes of a file into the text of a gazette, in any of the encodings that offices use.</summary>
public static class GazetteText
{
    /// <summary>The largest file that is read: 32 MiB, some hundred times an issue.</summary>
    public const int LargestBytes = 32 * 1024 * 1024;

    /// <summary>Reads <paramref name="bytes"/>; false with a reason when they are no text. Never throws.</summary>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out UnreadableGazette? refusal)
    {
        (text, refusal) = (null, null);
        if (bytes.Length > LargestBytes)
        {
            refusal = new(UnreadableReason.TooLarge, $"文件超过{LargestBytes / 1024 / 1024}兆字节，不像一期公报的文本。请一期一个文件导入。");
            return false;
        }

        if (!TextDecoding.TryDecode(bytes, out text, out var fault, out var kind))
        {
            refusal = fault switch
            {
                TextFault.Binary => new(UnreadableReason.Binary, $"这是{kind}，不是文本。请把公报存为文本（.txt，UTF-8或者GB18030编码）、Word（.docx）或者带文字层的PDF，再导入；扫描的图片请先做文字识别（OCR）。"),
                TextFault.UnknownEncoding => new(UnreadableReason.UnknownEncoding, "认不出文件的编码。请把文件另存为UTF-8或者GB18030编码的文本（.txt），再导入。"),
                _ when bytes.IsEmpty => new(UnreadableReason.Empty, "文件是空的。请检查文件。"),
                _ => new(UnreadableReason.Empty, "文件里只有空白，没有文字。请检查文件。"),
            };
        }

        return text is not null;
    }
}
