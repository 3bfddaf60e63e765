using System.Security.Cryptography;
using Livelihood.Platform.Data;

namespace Livelihood.Platform.Files;

/// <summary>A stored file.</summary>
/// <param name="Hash">SHA-256 of its bytes, in lower-case hexadecimal: its address.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record FileRef(string Hash, long Length);

/// <summary>Keeps files under the hash of their content: the same bytes are kept once, and never change.</summary>
public interface IFileStore
{
    /// <summary>Keeps a stream's bytes.</summary>
    Task<FileRef> SaveAsync(Stream content, CancellationToken cancellation = default);

    /// <summary>Opens a file for reading, or null where there is none.</summary>
    Stream? Open(string hash);

    /// <summary>Removes a file's bytes. Only for whoever knows that nothing else refers to them. Does nothing where there are none.</summary>
    void Remove(string hash);
}

/// <summary>The file store in the data folder: <c>files/ab/abcdef…</c>.</summary>
internal sealed class FolderFileStore(PortalFolder folder) : IFileStore
{
    public async Task<FileRef> SaveAsync(Stream content, CancellationToken cancellation = default)
    {
        var incoming = Path.Combine(folder.Folder("files/incoming"), Guid.NewGuid().ToString("N"));
        try
        {
            var file = await WriteAsync(content, incoming, cancellation);
            var place = PlaceOf(file.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(incoming, place, overwrite: true);
            return file;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Stream? Open(string hash) => IsHash(hash) && File.Exists(PlaceOf(hash)) ? File.OpenRead(PlaceOf(hash)) : null;

    public void Remove(string hash)
    {
        if (IsHash(hash) && File.Exists(PlaceOf(hash)))
        {
            File.Delete(PlaceOf(hash));
        }
    }

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    private static async Task<FileRef> WriteAsync(Stream content, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        var length = 0L;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private string PlaceOf(string hash) => Path.Combine(folder.Root, "files", hash[..2], hash);
}
