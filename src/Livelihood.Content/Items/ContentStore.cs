using Livelihood.Content.Definitions;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Items;

internal sealed class ContentStore(
    PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit, ICurrentActor actor, ChinaClock clock, Publisher publisher)
    : IContentStore
{
    public Task<ContentVersion?> PublishedAsync(string itemId, CancellationToken cancellation = default) =>
        Visible().FirstOrDefaultAsync(v => v.ItemId == itemId, cancellation);

    public Task<ContentVersion?> PublishedAtAsync(string path, CancellationToken cancellation = default) =>
        Visible().FirstOrDefaultAsync(v => v.Item.Path == path, cancellation);

    public Task<ContentVersion?> LatestAsync(string itemId, CancellationToken cancellation = default) =>
        db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
            .FirstOrDefaultAsync(v => v.ItemId == itemId && v.Latest, cancellation);

    public async Task<ContentVersion> CreateAsync(NewContent content, CancellationToken cancellation = default)
    {
        var title = TitleOf(content.Data);
        if (!await db.Set<ContentTypeDefinition>().AnyAsync(t => t.Name == content.Type, cancellation))
        {
            throw new ContentRefusedException($"没有内容类型“{content.Type}”。请先用配方（recipe）声明它。");
        }

        if (await agencies.FindAsync(content.AgencyId, cancellation) is null)
        {
            throw new ContentRefusedException($"没有编码为“{content.AgencyId}”的机关。请先登记该机关。");
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        var indexNumber = await NextIndexNumberAsync(content.AgencyId, cancellation);
        var path = PathOf(content.Data, indexNumber);
        if (await db.Set<ContentItem>().AnyAsync(i => i.Path == path, cancellation))
        {
            throw new ContentRefusedException($"地址“{path}”已被其他内容使用，请换一个地址。");
        }

        var now = clock.UtcNow;
        var item = new ContentItem
        {
            Id = content.Id ?? ContentId.New(),
            Type = content.Type,
            AgencyId = content.AgencyId,
            IndexNumber = indexNumber,
            Path = path,
            CreatedUtc = now,
            Revision = 1,
        };
        var version = NewVersion(item, 1, title, content.Data, now);
        db.Add(item);
        db.Add(version);
        audit.Record("content.created", nameof(ContentItem), item.Id, new { item.Type, item.IndexNumber, Version = 1 });
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return version;
    }

    public async Task<ContentVersion> SaveAsync(
        string itemId, int expectedRevision, ContentData data, CancellationToken cancellation = default)
    {
        var title = TitleOf(data);
        var latest = await db.Set<ContentVersion>().Include(v => v.Item)
            .FirstAsync(v => v.ItemId == itemId && v.Latest, cancellation);
        if (latest.Item.Revision != expectedRevision)
        {
            throw new ContentConflictException();
        }

        var json = data.ToString();
        if (latest.Data == json)
        {
            return latest;
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        var now = clock.UtcNow;
        latest.Item.Revision++;
        if (latest.PublishedUtc is null)
        {
            (latest.Data, latest.DisplayText, latest.ModifiedUtc, latest.Author) = (json, title, now, actor.Current);
        }
        else
        {
            await db.Set<ContentVersion>().Where(v => v.Id == latest.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Latest, false), cancellation);
            db.Entry(latest).State = EntityState.Detached;
            latest = NewVersion(latest.Item, latest.Number + 1, title, data, now);
            db.Add(latest);
        }

        audit.Record("content.saved", nameof(ContentItem), itemId, new { Version = latest.Number });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ContentConflictException();
        }

        await unit.CommitAsync(cancellation);
        return latest;
    }

    public Task<ContentVersion> PublishAsync(string itemId, CancellationToken cancellation = default) =>
        publisher.PublishAsync(itemId, cancellation);

    public Task WithdrawAsync(string itemId, string reason, CancellationToken cancellation = default) =>
        publisher.WithdrawAsync(itemId, reason, cancellation);

    // The one rule of what the public sees.
    private IQueryable<ContentVersion> Visible() =>
        db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Published);

    private ContentVersion NewVersion(ContentItem item, int number, string title, ContentData data, DateTimeOffset now) => new()
    {
        ItemId = item.Id,
        Item = item,
        Number = number,
        DisplayText = title,
        Data = data.ToString(),
        Latest = true,
        ModifiedUtc = now,
        Author = actor.Current,
    };

    private async Task<string> NextIndexNumberAsync(string agencyId, CancellationToken cancellation)
    {
        var year = clock.Today.Year;
        var serial = await db.NextNumberAsync($"index:{agencyId}:{year}", cancellation);
        return $"{agencyId}/{year}-{serial:00000}";
    }

    private static string TitleOf(ContentData data) =>
        data.Get<TitlePart>()?.Title is { } title && !string.IsNullOrWhiteSpace(title)
            ? title
            : throw new ContentRefusedException("缺少标题。请填写标题后再保存。");

    private static string PathOf(ContentData data, string indexNumber) =>
        data.Get<AutoroutePart>()?.Path.Trim('/') is { Length: > 0 } path
            ? "/" + path
            : "/documents/" + indexNumber.ToLowerInvariant().Replace('/', '-');
}
