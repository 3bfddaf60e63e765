using System.IO.Compression;
using System.Text;
using Livelihood.Content.Media.Inspection;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>
/// The files in a zip. Nothing is unpacked to disk, so that names cannot lead anywhere; each file is unfolded into memory
/// when its turn comes, within limits. What the archive says of sizes is not believed.
/// </summary>
internal sealed class ZipFiles : IDisposable
{
    private const int RatioMatters = 1024 * 1024;
    private const int HighestRatio = 300;
    private const long MostUnpacked = 16L * 1024 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private readonly ZipArchive _archive;
    private long _left = MostUnpacked;

    private ZipFiles(ZipArchive archive)
    {
        _archive = archive;
        Files = [.. archive.Entries.Select(e => (Entry: e, Name: NameOf(e.FullName)))
            .Where(e => e.Name.Length > 0 && !e.Name.EndsWith('/') && !Junk.Is(e.Name))
            .Select(e => new BatchFile(e.Name, c => ReadAsync(e.Entry, e.Name, c)))];
    }

    public IReadOnlyList<BatchFile> Files { get; }

    /// <summary>Whether a file is a zip with files in it, and no office document, which is a zip too.</summary>
    public static bool IsArchive(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return IsArchive(file, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false; // Whoever reads it says what is wrong.
        }
    }

    /// <inheritdoc cref="IsArchive(string)" />
    public static bool IsArchive(Stream content, string name)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        if (content.ReadAtLeast(start, 4, throwOnEndOfStream: false) < 4 || !(start.SequenceEqual("PK\u0003\u0004"u8) || start.SequenceEqual("PK\u0005\u0006"u8)))
        {
            return false;
        }

        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("[Content_Types].xml") is null && archive.GetEntry("OFD.xml") is null && archive.GetEntry("mimetype") is null;
        }
        catch (InvalidDataException)
        {
            return name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Opens a zip.</summary>
    /// <exception cref="GazetteRefusedException">It is broken, or holds too many files.</exception>
    public static ZipFiles Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = File.OpenRead(path);
            // Latin-1 gives the bytes of a name back, where the archive does not say that they are UTF-8.
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (archive.Entries.Count <= BatchFiles.MostFiles)
            {
                return new(archive);
            }

            archive.Dispose();
            throw new GazetteRefusedException(UnreadableReason.TooLarge, $"压缩包里的文件超过{BatchFiles.MostFiles}个。请分成几个，再导入。");
        }
        catch (InvalidDataException)
        {
            file?.Dispose();
            throw new GazetteRefusedException(UnreadableReason.Binary, "压缩包损坏了，或者不是zip，打不开。请重新压缩为zip，再导入。");
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>A name in UTF-8 (macOS, Linux) or in GBK (Windows), whichever its bytes are; without signs that turn or hide text.</summary>
    internal static string NameOf(string raw)
    {
        var name = raw;
        if (raw.Any(c => c > 0x7F) && raw.All(c => c <= 0xFF))
        {
            var bytes = Encoding.Latin1.GetBytes(raw);
            name = Decode(Utf8, bytes) ?? Decode(Gb18030, bytes) ?? raw;
        }

        return string.Concat(name.Replace('\\', '/').Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
    }

    private static string? Decode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private async Task<GazetteFile> ReadAsync(ZipArchiveEntry entry, string name, CancellationToken cancellation)
    {
        if (entry.IsEncrypted)
        {
            throw new GazetteRefusedException(UnreadableReason.Binary, "压缩包里的这个文件有密码。请去掉密码，重新压缩，再导入。");
        }

        try
        {
            using var bytes = new MemoryStream((int)Math.Clamp(entry.Length, 0, GazetteFile.LargestBytes));
            await using var content = await entry.OpenAsync(cancellation);
            var buffer = new byte[81920];
            var sum = Crc.Start;
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                sum = Crc.Add(sum, buffer.AsSpan(0, read));
                Check(bytes.Length, entry.CompressedLength, _left -= read);
            }

            // The archive class unfolds as much as the entry states; the check sum covers all.
            return ~sum == entry.Crc32 ? new(name, bytes.ToArray()) : throw new InvalidDataException("The check sum does not agree.");
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new GazetteRefusedException(UnreadableReason.Binary, "压缩包里的这个文件损坏了，解不开。请重新压缩，再导入。");
        }
    }

    private static void Check(long length, long packed, long left)
    {
        if (length > GazetteFile.LargestBytes)
        {
            throw new GazetteRefusedException(
                UnreadableReason.TooLarge, $"文件解开后超过{GazetteFile.LargestBytes / 1024 / 1024}兆字节，不像一期公报。请一期一个文件导入。");
        }

        if (left < 0 || (length > RatioMatters && length / Math.Max(packed, 1) > HighestRatio))
        {
            throw new GazetteRefusedException(UnreadableReason.TooLarge, "文件解开后大得不合常理，没有导入。请检查压缩包。");
        }
    }
}
