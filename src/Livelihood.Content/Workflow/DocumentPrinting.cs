using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Workflow;

/// <summary>
/// Enters into documents which gazette issue printed them, and publishes those that were approved. The step is the
/// portal's own (<see cref="ContentEvent.PublishWithIssue"/>): it follows from the publication of an issue that was reviewed
/// and approved itself, and joins its transaction.
/// </summary>
public interface IDocumentPrinting
{
    /// <summary>
    /// Makes a version that says the same and, besides, where it was printed; it becomes public. What is public already
    /// keeps its time of publication.
    /// </summary>
    /// <param name="itemId">The document.</param>
    /// <param name="place">The issue, section and page.</param>
    /// <param name="comment">What the history says of it.</param>
    /// <param name="cancellation">Ends it early; nothing has happened then.</param>
    /// <returns>Whether the document became public by this.</returns>
    /// <exception cref="ContentRefusedException">It was not approved.</exception>
    Task<bool> PrintAsync(string itemId, PrintedInPart place, string comment, CancellationToken cancellation = default);
}

internal sealed class DocumentPrinting(PortalDbContext db, ContentWorkflow workflow, ICurrentActor actor, ChinaClock clock) : IDocumentPrinting
{
    public async Task<bool> PrintAsync(string itemId, PrintedInPart place, string comment, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var latest = await db.Set<ContentVersion>().Include(v => v.Item).FirstOrDefaultAsync(v => v.ItemId == itemId && v.Latest, cancellation)
            ?? throw new ContentRefusedException($"没有编号为“{itemId}”的内容。");
        ContentEvent? step = latest.Stage switch
        {
            VersionStage.AwaitingIssue or VersionStage.Scheduled => ContentEvent.PublishWithIssue,
            VersionStage.Published => ContentEvent.RecordPrinting,
            _ => null,
        };
        if (step is not { } happening)
        {
            throw new ContentRefusedException($"《{latest.DisplayText}》现在的状态是“{latest.Stage.Text()}”，不能随公报发布。请先办完它的审查和批准，或者把它移出这一期。");
        }

        if (happening == ContentEvent.RecordPrinting && latest.Part<PrintedInPart>() == place)
        {
            return false;
        }

        var printed = await AddAsync(latest, place, cancellation);
        await workflow.TakeAsPortalAsync(printed, happening, comment, cancellation);
        await unit.CommitAsync(cancellation);
        return happening == ContentEvent.PublishWithIssue;
    }

    private async Task<ContentVersion> AddAsync(ContentVersion latest, PrintedInPart place, CancellationToken cancellation)
    {
        await db.Set<ContentVersion>().Where(v => v.Id == latest.Id).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Latest, false).SetProperty(v => v.Stage, latest.Published ? latest.Stage : VersionStage.Superseded), cancellation);
        db.Entry(latest).State = EntityState.Detached;
        var version = new ContentVersion
        {
            ItemId = latest.ItemId,
            Item = latest.Item,
            Number = latest.Number + 1,
            DisplayText = latest.DisplayText,
            Data = ContentData.Parse(latest.Data).Set(place).ToString(),
            Stage = latest.Stage,
            Latest = true,
            ModifiedUtc = clock.UtcNow,
            IntendedUtc = latest.IntendedUtc,
            PublishedUtc = latest.PublishedUtc,
            Author = actor.Current,
            // Nobody wrote on the text by this: its authors are those who did.
            Authors = [.. latest.Authors],
        };
        db.Add(version);
        return version;
    }
}
