using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>
/// The files of a batch: a file, a folder with all below it, or a zip; zips in a folder are opened too. They are listed in
/// natural order and read one at a time.
/// </summary>
public sealed class BatchFiles : IDisposable
{
    /// <summary>How many files a batch may have.</summary>
    public const int MostFiles = 20_000;

    private readonly List<ZipFiles> _zips = [];

    private BatchFiles()
    {
    }

    /// <summary>The files, page files of one issue joined.</summary>
    public IReadOnlyList<BatchFile> Files { get; private set; } = [];

    /// <summary>Lists what is at a path.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="reader">Reads page files, to see whether they are one issue.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="GazetteRefusedException">There is nothing, or too much.</exception>
    public static async Task<BatchFiles> OpenAsync(string path, GazetteFileReader reader, CancellationToken cancellation = default)
    {
        var batch = new BatchFiles();
        try
        {
            var found = Directory.Exists(path) ? batch.Folder(path) : batch.OfFile(path, Path.GetFileName(path));
            if (found.Count is 0 or > MostFiles)
            {
                throw new GazetteRefusedException(UnreadableReason.Empty, found.Count == 0
                    ? "没有找到可以导入的文件。请放入公报的文件，再导入。"
                    : $"文件超过{MostFiles}个。请分几次导入。");
            }

            batch.Files = await IssuePages.JoinAsync([.. found.OrderBy(f => f.Name, NaturalOrder.Comparer)], reader, cancellation);
            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _zips.ForEach(z => z.Dispose());

    private List<BatchFile> Folder(string folder)
    {
        // Links are not followed: they may lead round in a circle, or anywhere.
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        return [.. Directory.EnumerateFiles(folder, "*", all).Take(MostFiles + 1)
            .Select(f => (Path: f, Name: Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .Where(f => !Junk.Is(f.Name)).SelectMany(f => OfFile(f.Path, f.Name))];
    }

    private List<BatchFile> OfFile(string path, string name)
    {
        if (!ZipFiles.IsArchive(path))
        {
            return [new(name, c => ReadAsync(path, name, c))];
        }

        try
        {
            var zip = ZipFiles.Open(path);
            _zips.Add(zip);
            return [.. zip.Files.Select(f => f with { Name = $"{name}/{f.Name}" })];
        }
        catch (GazetteRefusedException refused)
        {
            return [new(name, _ => Task.FromException<GazetteFile>(refused))];
        }
    }

    private static async Task<GazetteFile> ReadAsync(string path, string name, CancellationToken cancellation)
    {
        try
        {
            return new FileInfo(path).Length > GazetteFile.LargestBytes
                ? throw new GazetteRefusedException(
                    UnreadableReason.TooLarge, $"文件超过{GazetteFile.LargestBytes / 1024 / 1024}兆字节，不像一期公报。请一期一个文件导入。")
                : new(name, await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new GazetteRefusedException(UnreadableReason.Binary, $"文件打不开（{problem.Message}）。请检查文件和它的权限。");
        }
    }
}
