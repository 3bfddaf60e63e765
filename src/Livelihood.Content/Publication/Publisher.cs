using Livelihood.Content.Catalogue;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.References;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Publication;

/// <summary>
/// Puts versions before the public and takes them away: flags, address, catalogue, field values and handlers in one
/// transaction. Only the workflow calls it, and records who and why.
/// </summary>
internal sealed class Publisher(
    PortalDbContext db, IAgencyDirectory agencies, ChinaClock clock, ContentPaths paths, FieldIndex fields, CatalogueTallies tallies,
    IEnumerable<IContentHandler> handlers, IEnumerable<ITextContributor> contributors)
{
    /// <summary>Publishes a tracked version in place of the one that is published.</summary>
    public async Task PublishAsync(ContentVersion version, CancellationToken cancellation)
    {
        // In two steps, because the index that allows one published version an item is checked row by row.
        await db.Set<ContentVersion>().Where(v => v.ItemId == version.ItemId && v.Published && v.Id != version.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Published, false).SetProperty(v => v.Stage, VersionStage.Superseded), cancellation);
        version.Published = true;
        version.PublishedUtc ??= clock.UtcNow;
        version.IntendedUtc ??= version.PublishedUtc;
        version.Item.IsPublished = true;
        await paths.MoveAsync(version, cancellation);
        var content = await DescribeAsync(version, cancellation);
        await EnterAsync(content, cancellation);
        await fields.WriteAsync(version, FieldScope.Published, content.Date, cancellation);
        await db.Set<Tombstone>().Where(t => t.ItemId == version.ItemId).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var handler in handlers)
        {
            await handler.PublishedAsync(content, cancellation);
        }
    }

    /// <summary>Takes a tracked version back; a tombstone remains.</summary>
    public async Task WithdrawAsync(ContentVersion version, string reason, bool hideTitle, CancellationToken cancellation)
    {
        var itemId = version.ItemId;
        version.Published = false;
        version.Item.IsPublished = false;
        db.Add(new Tombstone
        {
            ItemId = itemId,
            Title = hideTitle ? null : version.DisplayText,
            Reason = reason.Trim(),
            WithdrawnUtc = clock.UtcNow,
        });
        if (await db.Set<CatalogueEntry>().FirstOrDefaultAsync(e => e.ItemId == itemId, cancellation) is { } entry)
        {
            await tallies.RemoveAsync(entry, cancellation);
            db.Remove(entry);
        }

        await fields.RemovePublishedAsync(itemId, cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var handler in handlers)
        {
            await handler.WithdrawnAsync(itemId, cancellation);
        }
    }

    /// <summary>What the rest of the portal needs to know of a version, for publication and for rebuilding an index.</summary>
    public async Task<PublishedContent> DescribeAsync(ContentVersion version, CancellationToken cancellation)
    {
        var document = version.Part<OfficialDocumentPart>();
        var agency = await agencies.FindAsync(version.Item.AgencyId, cancellation);
        return new()
        {
            Version = version,
            AgencyName = agency?.Name ?? version.Item.AgencyId,
            Number = DocumentNumber.TryParse(document?.Number, out var number) ? number.ToString() : document?.Number,
            Date = document?.FormedOn ?? document?.PublishedOn ?? ChinaClock.DateOf(version.PublishedUtc ?? clock.UtcNow),
            Validity = document?.Validity,
            Sections = await SectionsAsync(version, cancellation),
        };
    }

    private async Task<IReadOnlyList<TextSection>> SectionsAsync(ContentVersion version, CancellationToken cancellation)
    {
        var sections = new List<TextSection>();
        if (version.Part<MarkdownBodyPart>() is { } body)
        {
            sections.AddRange(MarkdownRenderer.Sections(body.Markdown));
        }

        if (version.Part<DisclosureRecordPart>()?.Abstract is { Length: > 0 } summary)
        {
            sections.Add(new TextSection("", "内容概述", summary));
        }

        foreach (var contributor in contributors)
        {
            sections.AddRange(await contributor.SectionsOfAsync(version, cancellation));
        }

        return sections;
    }

    private async Task EnterAsync(PublishedContent content, CancellationToken cancellation)
    {
        var item = content.Version.Item;
        var entry = await db.Set<CatalogueEntry>().FirstOrDefaultAsync(e => e.ItemId == content.Id, cancellation);
        if (entry is null)
        {
            entry = new()
            {
                ItemId = item.Id,
                Type = item.Type,
                AgencyId = item.AgencyId,
                IndexNumber = item.IndexNumber,
                Path = item.Path,
                Title = content.Title,
                FirstPublishedUtc = content.Version.PublishedUtc!.Value,
            };
            db.Add(entry);
        }
        else
        {
            await tallies.RemoveAsync(entry, cancellation);
        }

        var (record, document) = (content.Version.Part<DisclosureRecordPart>(), content.Version.Part<OfficialDocumentPart>());
        (entry.Path, entry.Title, entry.Number) = (item.Path, content.Title, content.Number);
        (entry.Date, entry.Validity) = (content.Date, content.Validity);
        (entry.Category, entry.Abstract) = (record?.Category, record?.Abstract);
        (entry.EffectiveOn, entry.RepealedOn) = (document?.EffectiveOn, document?.RepealedOn);
        entry.TitleKey = ReferenceKey.TitleKey(content.Title);
        entry.Topic = document?.Topic;
        entry.PublishedUtc = content.Version.PublishedUtc!.Value;
        await tallies.AddAsync(entry, cancellation);
    }
}
