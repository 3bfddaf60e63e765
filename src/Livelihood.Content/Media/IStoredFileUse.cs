namespace Livelihood.Content.Media;

/// <summary>Tells of files in the store that another module keeps, so that their bytes are not removed with an upload of the same bytes.</summary>
public interface IStoredFileUse
{
    /// <summary>Whether the module keeps the file.</summary>
    Task<bool> UsesAsync(string hash, CancellationToken cancellation);
}
