using Livelihood.Content.Access;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Items;

internal sealed class ContentStore(
    PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit, ICurrentActor actor, ChinaClock clock, ContentAccess access,
    ContentDefinitions definitions, ContentWorkflow workflow, ContentPaths paths, FieldIndex fields)
    : IContentStore
{
    public Task<ContentVersion?> PublishedAsync(string itemId, CancellationToken cancellation = default) =>
        access.Published().FirstOrDefaultAsync(v => v.ItemId == itemId, cancellation);

    public Task<ContentVersion?> PublishedAtAsync(string path, CancellationToken cancellation = default) =>
        access.Published().FirstOrDefaultAsync(v => v.Item.Path == path, cancellation);

    public Task<ContentVersion?> LatestAsync(string itemId, CancellationToken cancellation = default) =>
        db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
            .FirstOrDefaultAsync(v => v.ItemId == itemId && v.Latest, cancellation);

    public async Task<ContentVersion> CreateAsync(NewContent content, CancellationToken cancellation = default)
    {
        var title = TitleOf(content.Data);
        if (await definitions.TypeAsync(content.Type, cancellation) is null)
        {
            throw new ContentRefusedException($"没有内容类型“{content.Type}”。请先用配方（recipe）声明它。");
        }

        if (await agencies.FindAsync(content.AgencyId, cancellation) is null)
        {
            throw new ContentRefusedException($"没有编码为“{content.AgencyId}”的机关。请先登记该机关。");
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        var indexNumber = await NextIndexNumberAsync(content.AgencyId, cancellation);
        var now = clock.UtcNow;
        var item = new ContentItem
        {
            Id = content.Id ?? ContentId.New(),
            Type = content.Type,
            AgencyId = content.AgencyId,
            IndexNumber = indexNumber,
            Path = ContentPaths.Of(content.Data, indexNumber),
            CreatedUtc = now,
            Title = title,
            ModifiedUtc = now,
            Revision = 1,
        };
        await paths.RequireFreeAsync(item.Path, item.Id, cancellation);
        var version = NewVersion(item, 1, title, content.Data, [actor.Current]);
        db.Add(item);
        db.Add(version);
        await fields.WriteAsync(version, FieldScope.Latest, clock.Today, cancellation);
        audit.Record("content.created", nameof(ContentItem), item.Id, new { item.Type, item.IndexNumber, Version = 1 });
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return version;
    }

    public async Task<ContentVersion> SaveAsync(
        string itemId, int expectedRevision, ContentData data, CancellationToken cancellation = default)
    {
        TitleOf(data);
        var latest = await EditableAsync(itemId, expectedRevision, cancellation);
        return latest.Data == data.ToString() ? latest : await AddVersionAsync(latest, data, new { Version = latest.Number + 1 }, cancellation);
    }

    public async Task<ContentVersion> RestoreAsync(
        string itemId, int number, int expectedRevision, CancellationToken cancellation = default)
    {
        var latest = await EditableAsync(itemId, expectedRevision, cancellation);
        var old = await db.Set<ContentVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.ItemId == itemId && v.Number == number, cancellation)
            ?? throw new ContentRefusedException($"没有第{number}版。请从版本列表里选择。");
        return await AddVersionAsync(latest, old.Parts, new { Version = latest.Number + 1, RestoredFrom = number }, cancellation);
    }

    public async Task<ContentVersion> PublishAsync(
        string itemId, Unreviewed because = Unreviewed.Imported, CancellationToken cancellation = default)
    {
        var latest = await LatestAsync(itemId, cancellation) ?? throw new ContentRefusedException($"没有编号为“{itemId}”的内容。");
        if (latest.Published)
        {
            return latest;
        }

        return because == Unreviewed.Printed
            ? await workflow.DoAsPortalAsync(itemId, ContentEvent.PublishPrinted, "已在公报刊印，刊印前经过保密审查。", cancellation)
            : await workflow.DoAsPortalAsync(itemId, ContentEvent.PublishByOperator, "由配方或者命令导入，由运维人员确认已经审查。", cancellation);
    }

    public async Task WithdrawAsync(string itemId, string reason, CancellationToken cancellation = default)
    {
        if (await PublishedAsync(itemId, cancellation) is not null)
        {
            await workflow.DoAsPortalAsync(itemId, ContentEvent.Withdraw, reason, cancellation);
        }
    }

    private async Task<ContentVersion> EditableAsync(string itemId, int expectedRevision, CancellationToken cancellation)
    {
        var latest = await db.Set<ContentVersion>().Include(v => v.Item)
            .FirstAsync(v => v.ItemId == itemId && v.Latest, cancellation);
        if (latest.Item.Revision != expectedRevision)
        {
            throw new ContentConflictException();
        }

        return WorkflowTable.IsEditable(latest.Stage)
            ? latest
            : throw new ContentRefusedException($"这项内容现在的状态是“{latest.Stage.Text()}”，不能修改。请先撤回修改或者取消定时，再编辑。");
    }

    private async Task<ContentVersion> AddVersionAsync(
        ContentVersion latest, ContentData data, object details, CancellationToken cancellation)
    {
        var item = latest.Item;
        await using var unit = await db.BeginUnitAsync(cancellation);
        await db.TakeTurnAsync(item, cancellation);
        await paths.RequireFreeAsync(ContentPaths.Of(data, item.IndexNumber), item.Id, cancellation);

        // In two steps, because the index that allows one latest version an item is checked row by row.
        var isDraft = latest.Stage == VersionStage.Draft;
        await db.Set<ContentVersion>().Where(v => v.Id == latest.Id).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Latest, false).SetProperty(v => v.Stage, isDraft ? VersionStage.Superseded : latest.Stage), cancellation);
        db.Entry(latest).State = EntityState.Detached;
        var authors = isDraft ? latest.Authors.Union([actor.Current], StringComparer.Ordinal) : [actor.Current];
        var version = NewVersion(item, latest.Number + 1, TitleOf(data), data, authors);
        (item.Title, item.Stage, item.ModifiedUtc) = (version.DisplayText, version.Stage, version.ModifiedUtc);
        db.Add(version);
        await fields.WriteAsync(version, FieldScope.Latest, clock.Today, cancellation);
        audit.Record("content.saved", nameof(ContentItem), item.Id, details);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return version;
    }

    private ContentVersion NewVersion(
        ContentItem item, int number, string title, ContentData data, IEnumerable<string> authors) => new()
    {
        ItemId = item.Id,
        Item = item,
        Number = number,
        DisplayText = title,
        Data = data.ToString(),
        Latest = true,
        ModifiedUtc = clock.UtcNow,
        Author = actor.Current,
        Authors = [.. authors],
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
}
