using System.IO.Compression;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Unpacks what is compressed in a PDF, so that its bytes can be searched.</summary>
internal static class PdfBytes
{
    /// <summary>The file's bytes, and behind them those of each stream, unpacked.</summary>
    public static byte[] Unpacked(byte[] pdf)
    {
        using var all = new MemoryStream();
        all.Write(pdf);
        var streams = 0;
        for (var at = pdf.AsSpan().IndexOf("stream\n"u8); at >= 0;)
        {
            var content = at + "stream\n".Length;
            if (content + 1 < pdf.Length && pdf[content] == 0x78)
            {
                using var packed = new ZLibStream(new MemoryStream(pdf, content, pdf.Length - content), CompressionMode.Decompress);
                packed.CopyTo(all);
                streams++;
            }

            var next = pdf.AsSpan(content).IndexOf("stream\n"u8);
            at = next < 0 ? -1 : content + next;
        }

        return streams > 0 ? all.ToArray() : throw new InvalidOperationException("This file has no compressed stream that could be searched.");
    }
}
