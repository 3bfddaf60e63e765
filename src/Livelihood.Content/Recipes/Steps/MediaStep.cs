using Livelihood.Content.Media;
using Livelihood.Content.Media.Inspection;
using Livelihood.Content.Media.Pictures;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Steps;

/// <summary>
/// Keeps files under names of their own (Orchard Core's <c>media</c>): from a file beside the recipe (<c>SourcePath</c>)
/// or from the recipe itself (<c>Base64</c>). Addresses elsewhere (<c>SourceUrl</c>) are not fetched.
/// </summary>
internal sealed class MediaStep(PortalDbContext db, IFileStore files, IAuditTrail audit, ChinaClock clock) : IRecipeStep
{
    private static readonly InspectionLimits Limits = new();

    private const int MaxLength = 32 * 1024 * 1024;

    public string Name => "media";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Files");
        var items = step.Items("Files");
        var paths = items.Select(PathOf).ToList();
        var known = await db.Set<MediaFile>().Where(m => paths.Contains(m.Path)).ToDictionaryAsync(m => m.Path, StringComparer.Ordinal, cancellation);
        for (var i = 0; i < items.Count; i++)
        {
            var bytes = await BytesAsync(items[i], context, cancellation);
            var kind = KindOf(items[i], paths[i], bytes);
            var kept = await files.SaveAsync(new MemoryStream(bytes), cancellation);
            if (!known.TryGetValue(paths[i], out var media))
            {
                media = new MediaFile
                {
                    Path = paths[i],
                    FileHash = kept.Hash,
                    Name = Path.GetFileName(paths[i]),
                    Kind = kind.Name,
                    UploadedBy = HttpActor.System,
                    UploadedUtc = clock.UtcNow,
                };
                db.Add(media);
                known.Add(paths[i], media);
            }
            else if (media.FileHash == kept.Hash)
            {
                continue;
            }

            (media.FileHash, media.Length, media.Kind) = (kept.Hash, kept.Length, kind.Name);
            if (kind.IsPicture)
            {
                (media.Width, media.Height) = PictureCopy.Write(kind, bytes, Stream.Null).Seen;
            }

            audit.Record("media.set", nameof(MediaFile), paths[i], new { kept.Hash, kept.Length });
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static MediaKind KindOf(RecipeElement item, string path, byte[] bytes)
    {
        try
        {
            return FileInspector.Inspect(new MemoryStream(bytes), Path.GetFileName(path), Limits);
        }
        catch (UploadRefusedException problem)
        {
            throw item.WrongAt("TargetPath", $"内容与名称不符，或者不能接受。{problem.Message}", problem);
        }
    }

    private static string PathOf(RecipeElement item)
    {
        item.Only("TargetPath", "SourcePath", "Base64");
        var path = item.Text("TargetPath").Replace('\\', '/').Trim('/');
        if (path.Length > 200 || path.Split('/').Any(p => p is "" or "." or "..") || path.Any(char.IsControl))
        {
            throw item.WrongAt("TargetPath", "路径应当写作 images/emblem.png 的形式，不超过 200 个字符。");
        }

        return MediaKind.Of(path) is not null
            ? path
            : throw item.WrongAt("TargetPath", $"不接受这种文件。可以用的有：{MediaKind.Accepted}。");
    }

    private static async Task<byte[]> BytesAsync(RecipeElement item, RecipeContext context, CancellationToken cancellation)
    {
        if (item.Has("Base64"))
        {
            try
            {
                return Convert.FromBase64String(item.Text("Base64"));
            }
            catch (FormatException problem)
            {
                throw item.WrongAt("Base64", "不是 Base64 编码。", problem);
            }
        }

        var source = item.Text("SourcePath");
        var found = context.File.Folder.GetFileInfo(source);
        if (!found.Exists || found.IsDirectory)
        {
            throw item.WrongAt("SourcePath", $"配方旁边没有文件“{source}”。只能读取配方所在文件夹及其下的文件。");
        }

        if (found.Length is 0 or > MaxLength)
        {
            throw item.WrongAt("SourcePath", $"文件“{source}”是空的，或者超过 {MaxLength / 1024 / 1024} MB。");
        }

        await using var stream = found.CreateReadStream();
        var bytes = new byte[found.Length];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
