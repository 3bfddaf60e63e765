using Livelihood.Content.Items;
using Livelihood.Content.Publication;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media;

/// <summary>
/// Keeps track of which published item uses which file, in the transaction that publishes or withdraws it, and refuses a
/// publication that would show readers a missing file, one that nobody has scanned, or a picture without words.
/// </summary>
internal sealed class MediaUses(PortalDbContext db) : IContentHandler, IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation) =>
        ProblemsOf(version, await FilesOfAsync(version, cancellation));

    public async Task PublishedAsync(PublishedContent content, CancellationToken cancellation)
    {
        // Not every way to publication asks for what is missing; a file that nobody may see stops them all.
        var files = await FilesOfAsync(content.Version, cancellation);
        if (ProblemsOf(content.Version, files) is [var problem, ..])
        {
            throw new ContentRefusedException(problem);
        }

        var known = await db.Set<MediaUse>().Where(u => u.ItemId == content.Id).ToListAsync(cancellation);
        db.RemoveRange(known.Where(u => !files.ContainsKey(u.MediaPath)));
        db.AddRange(files.Keys.Except(known.Select(u => u.MediaPath)).Select(path => new MediaUse { MediaPath = path, ItemId = content.Id }));
        await db.SaveChangesAsync(cancellation);
    }

    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) =>
        db.Set<MediaUse>().Where(u => u.ItemId == itemId).ExecuteDeleteAsync(cancellation);

    private Task<Dictionary<string, MediaFile>> FilesOfAsync(ContentVersion version, CancellationToken cancellation)
    {
        var paths = MediaReferences.In(version.Parts).Select(r => r.Path).Distinct(StringComparer.Ordinal).ToList();
        return db.Set<MediaFile>().AsNoTracking().Where(f => paths.Contains(f.Path)).ToDictionaryAsync(f => f.Path, cancellation);
    }

    private static List<string> ProblemsOf(ContentVersion version, Dictionary<string, MediaFile> files) =>
        [.. MediaReferences.In(version.Parts).Select(r => ProblemOf(r, files.GetValueOrDefault(r.Path), version.Item.AgencyId)).OfType<string>()];

    private static string? ProblemOf(MediaReference reference, MediaFile? file, string agencyId) => file switch
    {
        null => $"文件“{reference.Path}”不存在。请重新上传，或者从内容里去掉它。",
        { Scan: MediaScan.Waiting } => $"文件“{file.Name}”还在等待病毒扫描。请过几分钟再试。",
        { Scan: MediaScan.Infected } => $"文件“{file.Name}”查出病毒（{file.Finding}），已被删除。请换一个文件。",
        { AgencyId: not null } when file.AgencyId != agencyId => $"文件“{file.Name}”属于其他机关。请以本机关的名义重新上传。",
        _ when reference.IsShown && MediaKind.Named(file.Kind)?.IsPicture == true && string.IsNullOrWhiteSpace(reference.Text) =>
            $"图片“{file.Name}”没有替代文字，看不见图的人不知道它是什么。请填写替代文字。",
        _ => null,
    };
}
