using Livelihood.Content.Media.Inspection;
using Livelihood.Platform.Data;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>
/// Keeps what somebody uploaded for an import until the work is done: in a folder of its own below the data folder, so that
/// it is there again after a restart.
/// </summary>
public sealed class BatchUploads(PortalFolder folder, TimeProvider clock)
{
    /// <summary>How long leftovers of work that never ran are kept.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>Keeps files; gives the upload's id.</summary>
    /// <param name="files">Each with its name.</param>
    /// <param name="cancellation">Ends it early; nothing is left then.</param>
    public async Task<Guid> KeepAsync(IEnumerable<(string Name, Func<Stream> Open)> files, CancellationToken cancellation = default)
    {
        RemoveLeftovers();
        var id = Guid.CreateVersion7();
        try
        {
            foreach (var (index, (name, open)) in files.Index())
            {
                await using var content = open();
                await using var kept = File.Create(FreePath(id, UploadName.Clean(name) is { Length: > 0 } clean && !Junk.Is(clean) ? clean : $"{index + 1}"));
                await content.CopyToAsync(kept, cancellation);
            }

            return id;
        }
        catch
        {
            Remove(id);
            throw;
        }
    }

    /// <summary>Where an upload lies.</summary>
    public string PathOf(Guid id) => folder.Folder($"gazette-uploads/{id:N}");

    /// <summary>Removes an upload.</summary>
    public void Remove(Guid id) => Directory.Delete(PathOf(id), recursive: true);

    private string FreePath(Guid id, string name)
    {
        var path = Path.Combine(PathOf(id), name);
        for (var again = 2; File.Exists(path); again++)
        {
            path = Path.Combine(PathOf(id), $"{Path.GetFileNameWithoutExtension(name)}（{again}）{Path.GetExtension(name)}");
        }

        return path;
    }

    private void RemoveLeftovers()
    {
        foreach (var old in new DirectoryInfo(folder.Folder("gazette-uploads")).EnumerateDirectories().Where(d => d.CreationTimeUtc < (clock.GetUtcNow() - Patience).UtcDateTime))
        {
            old.Delete(recursive: true);
        }
    }
}
