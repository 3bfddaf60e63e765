using System.IO.Compression;
using Livelihood.Content.Items;

namespace Livelihood.Content.Recipes.Export;

/// <summary>An uploaded recipe, a JSON file alone or a zip with the files beside it, unpacked into a folder of its own while it is run.</summary>
public sealed class RecipeArchive : IDisposable
{
    /// <summary>How large an archive may be unpacked, in bytes.</summary>
    public const long MaxLength = 1024L * 1024 * 1024;

    private const int MaxEntries = 20_000;

    private readonly DirectoryInfo _folder;

    private RecipeArchive(DirectoryInfo folder, string recipe) => (_folder, RecipePath) = (folder, recipe);

    /// <summary>The recipe to be run.</summary>
    public string RecipePath { get; }

    /// <summary>Unpacks.</summary>
    /// <param name="content">The upload; seekable.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ContentRefusedException">No recipe, too large, or a zip that is none.</exception>
    public static async Task<RecipeArchive> OpenAsync(Stream content, string fileName, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateTempSubdirectory("recipe-");
        try
        {
            return new(folder, await UnpackAsync(content, fileName, folder.FullName, cancellation));
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> UnpackAsync(Stream content, string fileName, string folder, CancellationToken cancellation)
    {
        var start = new byte[4];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        if (read == start.Length && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            return await UnpackZipAsync(content, folder, cancellation);
        }

        var name = Path.GetFileName(fileName);
        var path = Path.Combine(folder, name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? name : "uploaded.recipe.json");
        await using var file = File.Create(path);
        await content.CopyToAsync(file, cancellation);
        return path;
    }

    private static async Task<string> UnpackZipAsync(Stream content, string folder, CancellationToken cancellation)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            if (zip.Entries.Count > MaxEntries)
            {
                throw new ContentRefusedException($"压缩包里有{zip.Entries.Count}个文件，最多{MaxEntries}个。请分成几个配方。");
            }

            var left = MaxLength;
            foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0))
            {
                left -= await UnpackAsync(entry, folder, left, cancellation);
            }
        }
        catch (InvalidDataException broken)
        {
            throw new ContentRefusedException("这个压缩包损坏了，打不开。请重新导出或者重新上传。", broken);
        }

        var recipes = Directory.GetFiles(folder, "*.recipe.json");
        return recipes.FirstOrDefault(r => Path.GetFileName(r) == RecipeExporter.FileName) ?? recipes switch
        {
            [var one] => one,
            [] => throw new ContentRefusedException("压缩包里没有配方文件（*.recipe.json）。请上传从平台导出的压缩包，或者单个配方文件。"),
            _ => throw new ContentRefusedException($"压缩包里有{recipes.Length}个配方，不知道执行哪一个。请把要执行的命名为 {RecipeExporter.FileName}。"),
        };
    }

    // What the archive says of sizes is not believed: bytes are counted as they come.
    private static async Task<long> UnpackAsync(ZipArchiveEntry entry, string folder, long left, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(Path.Combine(folder, entry.FullName));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ContentRefusedException($"压缩包里的“{entry.FullName}”指向文件夹之外，没有导入。");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var source = await entry.OpenAsync(cancellation);
        await using var target = File.Create(path);
        var buffer = new byte[81920];
        var length = 0L;
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            length += read;
            if (length > left)
            {
                throw new ContentRefusedException($"压缩包解开后超过{MaxLength / 1024 / 1024} MB，没有导入。请分成几个配方。");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return length;
    }
}
