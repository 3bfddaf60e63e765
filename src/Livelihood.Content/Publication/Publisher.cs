using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Publication;

/// <summary>Publishes and withdraws: flags, catalogue, audit and handlers in one transaction.</summary>
internal sealed class Publisher(
    PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit, ChinaClock clock,
    IEnumerable<IContentHandler> handlers, IEnumerable<ITextContributor> contributors)
{
    public async Task<ContentVersion> PublishAsync(string itemId, CancellationToken cancellation)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var latest = await db.Set<ContentVersion>().Include(v => v.Item)
            .FirstAsync(v => v.ItemId == itemId && v.Latest, cancellation);
        if (latest.Published)
        {
            return latest;
        }

        await UnpublishAsync(itemId, cancellation);
        var now = clock.UtcNow;
        latest.Published = true;
        latest.PublishedUtc ??= now;
        latest.Item.Revision++;
        var content = await DescribeAsync(latest, cancellation);
        await EnterAsync(content, cancellation);
        audit.Record("content.published", nameof(ContentItem), itemId, new { Version = latest.Number, latest.Item.Path });
        await SaveAsync(cancellation);
        foreach (var handler in handlers)
        {
            await handler.PublishedAsync(content, cancellation);
        }

        await unit.CommitAsync(cancellation);
        return latest;
    }

    public async Task WithdrawAsync(string itemId, string reason, CancellationToken cancellation)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var item = await db.Set<ContentItem>().FirstAsync(i => i.Id == itemId, cancellation);
        if (await UnpublishAsync(itemId, cancellation) == 0)
        {
            return;
        }

        item.Revision++;
        await db.Set<CatalogueEntry>().Where(e => e.ItemId == itemId).ExecuteDeleteAsync(cancellation);
        audit.Record("content.withdrawn", nameof(ContentItem), itemId, new { Reason = reason });
        await SaveAsync(cancellation);
        foreach (var handler in handlers)
        {
            await handler.WithdrawnAsync(itemId, cancellation);
        }

        await unit.CommitAsync(cancellation);
    }

    /// <summary>What the rest of the portal needs to know of a version, for publication and for rebuilding an index.</summary>
    public async Task<PublishedContent> DescribeAsync(ContentVersion version, CancellationToken cancellation)
    {
        var document = version.Part<OfficialDocumentPart>();
        var sections = new List<TextSection>();
        if (version.Part<MarkdownBodyPart>() is { } body)
        {
            sections.AddRange(MarkdownRenderer.Sections(body.Markdown));
        }

        if (version.Part<DisclosureRecordPart>()?.Abstract is { Length: > 0 } summary)
        {
            sections.Add(new TextSection("", "内容概述", summary));
        }

        sections.AddRange(contributors.SelectMany(c => c.SectionsOf(version)));
        var agency = await agencies.FindAsync(version.Item.AgencyId, cancellation);
        return new()
        {
            Version = version,
            AgencyName = agency?.Name ?? version.Item.AgencyId,
            Number = document?.Number,
            Date = document?.FormedOn ?? document?.PublishedOn ?? ChinaClock.DateOf(version.PublishedUtc ?? clock.UtcNow),
            Validity = document?.Validity,
            Sections = sections,
        };
    }

    // In two steps, because the index that allows one published version an item is checked row by row.
    private Task<int> UnpublishAsync(string itemId, CancellationToken cancellation) =>
        db.Set<ContentVersion>().Where(v => v.ItemId == itemId && v.Published)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Published, false), cancellation);

    private async Task EnterAsync(PublishedContent content, CancellationToken cancellation)
    {
        var entry = await db.Set<CatalogueEntry>().FirstOrDefaultAsync(e => e.ItemId == content.Id, cancellation);
        if (entry is null)
        {
            var item = content.Version.Item;
            entry = new()
            {
                ItemId = item.Id,
                Type = item.Type,
                AgencyId = item.AgencyId,
                IndexNumber = item.IndexNumber,
                Path = item.Path,
                Title = content.Title,
            };
            db.Add(entry);
        }

        var record = content.Version.Part<DisclosureRecordPart>();
        (entry.Title, entry.Number, entry.Date, entry.Validity) = (content.Title, content.Number, content.Date, content.Validity);
        (entry.Category, entry.Abstract) = (record?.Category, record?.Abstract);
        entry.PublishedUtc = content.Version.PublishedUtc!.Value;
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ContentConflictException();
        }
    }
}
