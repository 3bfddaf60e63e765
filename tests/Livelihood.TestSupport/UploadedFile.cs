using AngleSharp.Io.Dom;

namespace Livelihood.TestSupport;

/// <summary>A file chosen in a form. <see cref="PortalPage.SubmitAsync"/> takes a path as the value of a file field.</summary>
internal sealed class UploadedFile(string path) : IFile
{
    private readonly byte[] _bytes = File.ReadAllBytes(path);

    public int Length => _bytes.Length;

    public string Type => "application/octet-stream";

    public bool IsClosed => false;

    public Stream Body => new MemoryStream(_bytes, writable: false);

    public string Name => Path.GetFileName(path);

    public DateTime LastModified => File.GetLastWriteTimeUtc(path);

    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) => throw new NotSupportedException("A form sends the whole file.");

    public void Close()
    {
        // Nothing is held open.
    }

    public void Dispose()
    {
        // Nothing is held open.
    }
}
