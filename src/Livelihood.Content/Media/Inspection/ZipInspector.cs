using System.IO.Compression;

namespace Livelihood.Content.Media.Inspection;

/// <summary>
/// Unpacks an archive to nowhere, counting: the sizes that an archive states of itself are not believed. Finds bombs,
/// programs, entries that lead out of their folder, and archives that a scanner could not open.
/// </summary>
internal sealed class ZipInspector(InspectionLimits limits)
{
    private const int RatioMatters = 1024 * 1024;

    private readonly byte[] _buffer = new byte[81920];
    private int _entries;
    private long _unpacked;

    /// <summary>Reads it all.</summary>
    /// <exception cref="UploadRefusedException">It is broken, a bomb, encrypted, or holds what is not taken.</exception>
    public void Check(ZipArchive archive, bool isPackage, int depth = 0)
    {
        try
        {
            foreach (var entry in archive.Entries)
            {
                if (++_entries > limits.Entries)
                {
                    throw new UploadRefusedException($"压缩包里的文件超过 {limits.Entries} 个。请分成几个再上传。");
                }

                CheckName(entry, isPackage);
                CheckContent(entry, depth);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException)
        {
            throw new UploadRefusedException("文件已损坏，打不开。请重新生成后再上传。", problem);
        }
    }

    private static void CheckName(ZipArchiveEntry entry, bool isPackage)
    {
        if (entry.IsEncrypted)
        {
            throw new UploadRefusedException("文件有密码，无法检查。请去掉密码后再上传。");
        }

        var parts = entry.FullName.Replace('\\', '/').Split('/');
        if (parts.Contains("..") || entry.FullName.StartsWith('/') || entry.FullName.Contains(':') || entry.FullName.Any(char.IsControl))
        {
            throw new UploadRefusedException($"压缩包里有指向外部的路径“{Shown(entry)}”。请重新压缩后再上传。");
        }

        // Packages of office documents are made of XML and name it so.
        if (!isPackage && UploadName.NamesProgram(parts[^1]))
        {
            throw new UploadRefusedException($"压缩包里有程序、脚本或网页“{Shown(entry)}”，不能上传。请去掉它再压缩。");
        }
    }

    private void CheckContent(ZipArchiveEntry entry, int depth)
    {
        using var content = entry.Open();
        var packed = Math.Max(entry.CompressedLength, 1);
        var start = _buffer.AsSpan(0, 4);
        var isArchive = false;
        var length = 0L;
        var sum = Crc.Start;
        for (int read; (read = content.ReadAtLeast(_buffer, 4, throwOnEndOfStream: false)) > 0;)
        {
            isArchive |= length == 0 && read >= 4 && start.SequenceEqual("PK\u0003\u0004"u8);
            length += read;
            sum = Crc.Add(sum, _buffer.AsSpan(0, read));
            _unpacked += read;
            if (_unpacked > limits.Unpacked || (length > RatioMatters && length / packed > limits.Ratio))
            {
                throw new UploadRefusedException("压缩包解开后大得不合常理，可能损坏服务器，不能上传。请直接上传其中需要的文件。");
            }
        }

        // The archive class unfolds as much as the entry states. Other programs unfold all: the check sum, which covers all, must agree.
        if (~sum != entry.Crc32)
        {
            throw new InvalidDataException("The check sum does not agree.");
        }

        if (isArchive)
        {
            CheckInner(entry, depth);
        }
    }

    private void CheckInner(ZipArchiveEntry entry, int depth)
    {
        if (depth >= limits.Depth)
        {
            throw new UploadRefusedException("压缩包里一层套一层，无法检查。请解开后再压缩上传。");
        }

        // The archive class needs to seek; an inner archive that is taken was counted above, so it fits on the disk.
        using var inner = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        using (var content = entry.Open())
        {
            content.CopyTo(inner);
        }

        inner.Position = 0;
        using var archive = new ZipArchive(inner, ZipArchiveMode.Read);
        Check(archive, archive.GetEntry("[Content_Types].xml") is not null, depth + 1);
    }

    private static string Shown(ZipArchiveEntry entry) => UploadName.Clean(entry.FullName) is { Length: > 0 } name ? name : "（无名）";
}
