using System.Buffers.Binary;
using System.Text;

namespace Livelihood.Content.Media.Inspection;

/// <summary>
/// Reads the directory of a compound file ([MS-CFB]), in which Office 97–2003 and WPS keep their documents: its streams
/// tell the kind, and whether there are macros.
/// </summary>
internal static class OleInspector
{
    /// <summary>How every compound file begins.</summary>
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private const uint LastSector = 0xFFFFFFFA; // what is higher means free, end or table
    private const int MostSectors = 200_000;
    private const int EntrySize = 128;

    /// <summary>The kind.</summary>
    /// <exception cref="UploadRefusedException">Broken, encrypted, with macros, or something else.</exception>
    public static MediaKind KindOf(Stream content, InspectionLimits limits)
    {
        HashSet<string> names;
        try
        {
            names = NamesIn(content);
        }
        catch (Exception problem) when (problem is EndOfStreamException or ArgumentException or InvalidDataException or OverflowException)
        {
            throw new UploadRefusedException("文件已损坏，打不开。请用 Word、Excel 或 WPS 打开后另存，再上传。", problem);
        }

        if (names.Contains("EncryptedPackage"))
        {
            throw new UploadRefusedException("文件有密码，无法检查。请去掉密码后再上传。");
        }

        if (names.Overlaps(["_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros"]))
        {
            throw new UploadRefusedException("文件里有宏（可以自动运行的程序），不能上传。请另存为不含宏的文件。");
        }

        return names.Contains("WordDocument") ? MediaKind.Doc
            : names.Contains("Workbook") || names.Contains("Book") ? MediaKind.Xls
            : names.Contains("PowerPoint Document") ? MediaKind.Ppt
            : throw new UploadRefusedException($"不接受这种文件。可以上传的有：{limits.Accepted}。");
    }

    private static HashSet<string> NamesIn(Stream content)
    {
        Span<byte> header = stackalloc byte[512];
        content.Position = 0;
        content.ReadExactly(header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
        {
            throw new InvalidDataException("The sector size is neither 512 nor 4096.");
        }

        var size = 1 << shift;
        var table = TableOf(content, header, size);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sector = new byte[size];
        var seen = 0;
        for (var at = BinaryPrimitives.ReadUInt32LittleEndian(header[48..]); at <= LastSector; at = Next(content, table, at, size))
        {
            if (++seen > MostSectors)
            {
                throw new InvalidDataException("The directory does not end.");
            }

            Read(content, at, sector);
            for (var entry = 0; entry < size; entry += EntrySize)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(entry + 64));
                if (length is >= 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(sector, entry, length - 2));
                }
            }
        }

        return names;
    }

    // The sectors that hold the allocation table: 109 are named in the header, the others in a chain of their own.
    private static List<uint> TableOf(Stream content, ReadOnlySpan<byte> header, int size)
    {
        var table = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            table.Add(BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (i * 4))..]));
        }

        var sector = new byte[size];
        var seen = 0;
        for (var at = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]); at <= LastSector;
            at = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(size - 4)))
        {
            if (++seen > MostSectors / 100)
            {
                throw new InvalidDataException("The allocation table does not end.");
            }

            Read(content, at, sector);
            for (var i = 0; i < size - 4; i += 4)
            {
                table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i)));
            }
        }

        return table;
    }

    private static uint Next(Stream content, List<uint> table, uint sector, int size)
    {
        var perSector = (uint)size / 4;
        var place = (int)(sector / perSector);
        if (place >= table.Count)
        {
            throw new InvalidDataException("A sector lies outside the allocation table.");
        }

        Span<byte> next = stackalloc byte[4];
        content.Position = ((table[place] + 1L) * size) + ((sector % perSector) * 4);
        content.ReadExactly(next);
        return BinaryPrimitives.ReadUInt32LittleEndian(next);
    }

    private static void Read(Stream content, uint sector, byte[] into)
    {
        content.Position = (sector + 1L) * into.Length;
        // The last sector of a file may be cut short.
        Array.Clear(into);
        if (content.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == 0)
        {
            throw new EndOfStreamException();
        }
    }
}
