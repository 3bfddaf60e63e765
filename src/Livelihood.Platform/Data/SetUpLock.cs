namespace Livelihood.Platform.Data;

/// <summary>Lets one process at a time set the portal up on a data folder; released when the process ends, however it ends.</summary>
public sealed class SetUpLock : IDisposable
{
    private readonly FileStream _file;

    private SetUpLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    public static async Task<SetUpLock> TakeAsync(PortalFolder folder, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder.Root, "set-up.lock");
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (!cancellation.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
