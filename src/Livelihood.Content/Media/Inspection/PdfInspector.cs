using System.IO.Compression;
using System.Text;

namespace Livelihood.Content.Media.Inspection;

/// <summary>
/// Looks through a PDF's objects, those in compressed object streams included, for what acts: scripts, programs to
/// launch, files inside. Strings, comments and the contents of streams are passed over, so that pictures raise no alarm.
/// </summary>
internal sealed class PdfInspector(byte[] bytes, long budget)
{
    private const int Tail = 2048;

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["JavaScript"] = "PDF 里有脚本，不能上传。请用“打印成 PDF”重新生成后再上传。",
        ["JS"] = "PDF 里有脚本，不能上传。请用“打印成 PDF”重新生成后再上传。",
        ["Launch"] = "PDF 里有启动程序的动作，不能上传。请用“打印成 PDF”重新生成后再上传。",
        ["EmbeddedFile"] = "PDF 里夹带了其他文件，不能上传。请另存为不含附件的 PDF，把其中的文件单独上传。",
        ["EmbeddedFiles"] = "PDF 里夹带了其他文件，不能上传。请另存为不含附件的 PDF，把其中的文件单独上传。",
        ["Encrypt"] = "PDF 有密码或者使用限制，无法检查。请解除限制后再上传。",
    };

    private long _budget = budget;

    /// <summary>Checks a whole file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="unpacked">Bytes that its object streams may unfold to.</param>
    /// <exception cref="UploadRefusedException">It is cut off, or something in it acts.</exception>
    public static void Check(byte[] bytes, long unpacked)
    {
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - Tail));
        if (tail.LastIndexOf("%%EOF"u8) < 0)
        {
            throw new UploadRefusedException("PDF 文件不完整。请重新生成或者重新下载后再上传。");
        }

        if (tail.IndexOf("PK\u0005\u0006"u8) >= 0)
        {
            throw new UploadRefusedException("这个 PDF 同时又是压缩包，不能上传。请重新生成 PDF。");
        }

        new PdfInspector(bytes, unpacked).Scan(bytes);
    }

    private void Scan(ReadOnlySpan<byte> text)
    {
        var dictionary = 0; // where the last << stands
        for (var at = 0; at < text.Length;)
        {
            switch (text[at])
            {
                case (byte)'%':
                    at += Length(text[at..].IndexOfAny((byte)'\r', (byte)'\n'), text.Length - at);
                    break;
                case (byte)'(':
                    at = AfterString(text, at);
                    break;
                case (byte)'/':
                    at = CheckName(text, at + 1);
                    break;
                case (byte)'o' when text[at..].StartsWith("obj"u8):
                    (dictionary, at) = (at, at + 3);
                    break;
                case (byte)'s' when text[at..].StartsWith("stream"u8) && text == bytes:
                    at = AfterStream(text, dictionary, at + 6);
                    break;
                default:
                    at++;
                    break;
            }
        }
    }

    private static int CheckName(ReadOnlySpan<byte> text, int at)
    {
        var name = new StringBuilder();
        while (at < text.Length && name.Length < 64 && !IsDelimiter(text[at]))
        {
            // #4A is J.
            if (text[at] == '#' && at + 2 < text.Length && Hex(text[at + 1]) is >= 0 and var high && Hex(text[at + 2]) is >= 0 and var low)
            {
                name.Append((char)((high * 16) + low));
                at += 3;
            }
            else
            {
                name.Append((char)text[at++]);
            }
        }

        return Refused.TryGetValue(name.ToString(), out var reason) ? throw new UploadRefusedException(reason) : at;
    }

    private static int AfterString(ReadOnlySpan<byte> text, int at)
    {
        for (var depth = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return at + 1;
            }
        }

        return at;
    }

    private int AfterStream(ReadOnlySpan<byte> text, int dictionary, int start)
    {
        var header = text[dictionary..start];
        start += start < text.Length && text[start] == '\r' ? 1 : 0;
        start += start < text.Length && text[start] == '\n' ? 1 : 0;
        var length = Length(text[start..].IndexOf("endstream"u8), text.Length - start);
        if (header.IndexOf("ObjStm"u8) >= 0)
        {
            Scan(Unfold(text.Slice(start, length)));
        }

        return Math.Min(text.Length, start + length + "endstream".Length);
    }

    private byte[] Unfold(ReadOnlySpan<byte> packed)
    {
        using var unfolded = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if ((_budget -= read) < 0)
                {
                    throw new UploadRefusedException("PDF 解开后大得不合常理，不能上传。请用“打印成 PDF”重新生成。");
                }

                unfolded.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Cut off, or packed in another way: what was unfolded so far is looked at.
        }

        return unfolded.ToArray();
    }

    private static int Length(int found, int rest) => found < 0 ? rest : found;

    private static bool IsDelimiter(byte value) => value is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' '
        or (byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%';

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : -1;
}
