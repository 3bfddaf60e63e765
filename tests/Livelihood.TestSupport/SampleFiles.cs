using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Livelihood.TestSupport;

/// <summary>Makes files of all kinds, good ones and bad ones, from nothing.</summary>
public static class SampleFiles
{
    /// <summary>The place of the shot in <see cref="JpegWithPlace"/>, which must never come out again.</summary>
    public const string Place = "34.77N111.2E";

    /// <summary>A PDF of one page that says the text (Latin letters and digits).</summary>
    public static byte[] Pdf(string text, string catalogue = "")
    {
        var page = $"BT /F1 24 Tf 72 720 Td ({text}) Tj ET";
        string[] objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = objects.Select((body, i) =>
        {
            var place = file.Length;
            file.Append($"{i + 1} 0 obj\n{body}\nendobj\n");
            return place;
        }).ToList();
        var table = file.Length;
        file.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append($"{place:0000000000} 00000 n \n"));
        file.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A zip of these entries.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>A Word document of one paragraph, with further entries.</summary>
    public static byte[] Docx(string text, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Utf8("""
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """)),
        ("_rels/.rels", Utf8("""
            <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
            """)),
        ("word/document.xml", Utf8(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")),
        .. more,
    ]);

    /// <summary>A picture of one colour.</summary>
    public static byte[] Png(int width, int height, string? comment = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR", header);
        if (comment is not null)
        {
            Chunk(file, "tEXt", Encoding.Latin1.GetBytes("Comment\0" + comment));
        }

        using var packed = new MemoryStream();
        using (var pixels = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = new byte[1 + (width * 3)];
            Array.Fill<byte>(line, 0x7F, 1, line.Length - 1);
            for (var y = 0; y < height; y++)
            {
                pixels.Write(line);
            }
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A JPEG of 16×8 grey pixels with EXIF: to be turned by a quarter, taken at <see cref="Place"/>.</summary>
    public static byte[] JpegWithPlace(int orientation = 6)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0x0E, 0x01, 2, 0, (byte)Place.Length, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place),
        ];
        byte[] ac = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        return
        [
            0xFF, 0xD8, .. Segment(0xE1, exif), .. Segment(0xFE, Encoding.ASCII.GetBytes("taken at " + Place)),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            .. Segment(0xC4, [0x10, .. ac, 0]),
            // Two blocks, each "no difference" (code 00) and "end of block" (code 00).
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x0F, 0xFF, 0xD9,
        ];
    }

    /// <summary>An archive of one entry that unfolds to so many bytes.</summary>
    public static byte[] ZipBomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("表.csv", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
            {
                entry.Write(block);
            }
        }

        return file.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static void Chunk(Stream file, string type, byte[] data)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(content));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
