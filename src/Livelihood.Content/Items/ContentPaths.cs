using Livelihood.Content.Parts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Items;

/// <summary>Keeps addresses: each belongs to one item for ever, also after the item took another.</summary>
public sealed class ContentPaths(PortalDbContext db, ChinaClock clock)
{
    /// <summary>The address that the data asks for; made of the index number where it asks for none.</summary>
    public static string Of(ContentData data, string indexNumber) =>
        data.Get<AutoroutePart>()?.Path?.Trim('/') is { Length: > 0 } path
            ? "/" + path
            : "/documents/" + indexNumber.ToLowerInvariant().Replace('/', '-');

    /// <summary>Where the item of a former address is now; null where nobody ever had it, or the item is not public.</summary>
    public Task<string?> SuccessorAsync(string path, CancellationToken cancellation = default) => (
        from former in db.Set<FormerPath>()
        join item in db.Set<ContentItem>() on former.ItemId equals item.Id
        where former.Path == path && item.IsPublished
        select item.Path).FirstOrDefaultAsync(cancellation);

    /// <summary>What remains of the withdrawn item whose address this is or was; null where there is none.</summary>
    public Task<Tombstone?> TombstoneAsync(string path, CancellationToken cancellation = default) => (
        from stone in db.Set<Tombstone>().AsNoTracking()
        join item in db.Set<ContentItem>() on stone.ItemId equals item.Id
        where item.Path == path || db.Set<FormerPath>().Any(f => f.Path == path && f.ItemId == item.Id)
        select stone).FirstOrDefaultAsync(cancellation);

    /// <summary>Refuses an address that another item has or had.</summary>
    /// <exception cref="ContentRefusedException">It is taken.</exception>
    internal async Task RequireFreeAsync(string path, string itemId, CancellationToken cancellation)
    {
        var taken = await db.Set<ContentItem>().AnyAsync(i => i.Path == path && i.Id != itemId, cancellation)
            || await db.Set<FormerPath>().AnyAsync(f => f.Path == path && f.ItemId != itemId, cancellation);
        if (taken)
        {
            throw new FieldRefusedException($"{nameof(AutoroutePart)}.{nameof(AutoroutePart.Path)}", $"地址“{path}”已被其他内容使用，请换一个地址。");
        }
    }

    /// <summary>Gives the item the address of the version that is being published; the caller saves.</summary>
    internal async Task MoveAsync(ContentVersion version, CancellationToken cancellation)
    {
        var item = version.Item;
        var path = Of(version.Parts, item.IndexNumber);
        if (path == item.Path)
        {
            return;
        }

        await RequireFreeAsync(path, item.Id, cancellation);
        if (await db.Set<FormerPath>().FirstOrDefaultAsync(f => f.Path == path, cancellation) is { } own)
        {
            db.Remove(own);
        }

        // An address that nobody could have seen yet need not lead anywhere.
        if (await db.Set<ContentVersion>().AnyAsync(v => v.ItemId == item.Id && v.Id != version.Id && v.PublishedUtc != null, cancellation))
        {
            db.Add(new FormerPath { Path = item.Path, ItemId = item.Id, UntilUtc = clock.UtcNow });
        }

        item.Path = path;
    }
}
