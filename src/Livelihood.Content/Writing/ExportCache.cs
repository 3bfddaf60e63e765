using System.Collections.Concurrent;
using Livelihood.Content.Items;
using Livelihood.Platform.Data;

namespace Livelihood.Content.Writing;

/// <summary>
/// Keeps the files of published versions in the data folder, so that each is written once: a version never changes. The
/// folder can be emptied at any time.
/// </summary>
public sealed class ExportCache(PortalFolder folder)
{
    private const int MostFiles = 2_000;

    // Another build may write them differently.
    private static readonly string Build = typeof(ExportCache).Module.ModuleVersionId.ToString("N")[..8];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _writing = new(StringComparer.Ordinal);

    /// <summary>The file from the folder, or else as <paramref name="write"/> makes it; null where that gives none.</summary>
    public async Task<byte[]?> GetAsync(ContentVersion version, ExportKind kind, Func<Task<byte[]?>> write, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder.Folder("cache/exports"), $"{version.Id:N}-{Build}.{kind.Name}");
        if (File.Exists(path))
        {
            return await File.ReadAllBytesAsync(path, cancellation);
        }

        // Whoever asks for the same file meanwhile waits for this one.
        var turn = _writing.GetOrAdd(path, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            if (File.Exists(path))
            {
                return await File.ReadAllBytesAsync(path, cancellation);
            }

            var bytes = await write();
            if (bytes is not null)
            {
                MakeRoom(Path.GetDirectoryName(path)!);
                var partial = $"{path}.{Guid.NewGuid():N}";
                await File.WriteAllBytesAsync(partial, bytes, cancellation);
                File.Move(partial, path, overwrite: true);
            }

            return bytes;
        }
        finally
        {
            turn.Release();
            _writing.TryRemove(path, out _);
        }
    }

    private static void MakeRoom(string place)
    {
        var files = new DirectoryInfo(place).GetFiles();
        foreach (var old in files.Length < MostFiles ? [] : files.OrderBy(f => f.LastWriteTimeUtc).Take(MostFiles / 10))
        {
            old.Delete();
        }
    }
}
