using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Digitising;

/// <summary>What writing the drafts did.</summary>
/// <param name="Created">How many documents are new.</param>
/// <param name="Updated">How many got a new version.</param>
/// <param name="EditedElsewhere">Items left alone, as somebody edited them since.</param>
/// <param name="Left">Items that the issue prints no more; they stay as they are.</param>
public sealed record WrittenDrafts(int Created, int Updated, IReadOnlyList<ContentVersion> EditedElsewhere, IReadOnlyList<ContentVersion> Left);

/// <summary>Writes what is on the workbench into the drafts of the issue and its documents.</summary>
public sealed class DraftWriter(PortalDbContext db, IContentStore store, IAuditTrail audit, IAgencyDirectory directory)
{
    private readonly IssuingAgencies _agencies = new(directory);

    /// <summary>Writes; all in one transaction.</summary>
    /// <param name="issue">What is on the workbench.</param>
    /// <param name="overwrite">Items to write over although somebody edited them since.</param>
    /// <param name="cancellation">Ends it early; nothing is written then.</param>
    /// <exception cref="ContentRefusedException">Somebody is deciding on one of the items.</exception>
    public async Task<WrittenDrafts> WriteAsync(WorkbenchIssue issue, IReadOnlySet<string> overwrite, CancellationToken cancellation)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var printed = issue.Edited.Issue;
        var existing = await ExistingItems.LoadAsync(db, IssueContent.DocumentType, issue.Version.Item.Path, printed.Documents, cancellation);
        var before = existing.Documents.Where(d => d.Part<PrintedInPart>()?.IssueId == existing.IssueId).ToList();
        var publisher = await _agencies.PublisherAsync(printed.Masthead, cancellation);
        var written = await WrittenAsync([.. before.Select(d => d.ItemId), existing.IssueId], cancellation);
        var (documents, elsewhere) = (new List<ImportedDocument>(), new List<ContentVersion>());
        foreach (var (document, item) in existing.Match(printed.Documents, issue.FileHash))
        {
            var isOurs = item is null || overwrite.Contains(item.ItemId) || (written.TryGetValue(item.ItemId, out var ours) && ours == item.Id);
            if (isOurs)
            {
                documents.Add(await WriteAsync(issue, document, item, documents.Count + 1, existing.IssueId, publisher, cancellation));
                continue;
            }

            elsewhere.Add(item!);
            documents.Add(new(document, item!.ItemId, item.Item.Path, ImportChange.None));
        }

        List<string> changed = [.. documents.Where(d => d.Change != ImportChange.None).Select(d => d.ItemId)];
        if (overwrite.Contains(existing.IssueId) || (written.TryGetValue(existing.IssueId, out var issueVersion) && issueVersion == existing.Issue!.Id))
        {
            await WriteIssueAsync(issue, existing, documents, cancellation);
            changed.Add(existing.IssueId);
        }
        else
        {
            elsewhere.Add(existing.Issue!);
        }

        await NoteAsync(existing.IssueId, issue.FileHash, issue.History.Rows, changed, cancellation);
        HashSet<string> kept = [.. documents.Select(d => d.ItemId)];
        var left = before.FindAll(d => !kept.Contains(d.ItemId));
        audit.Record("gazette.drafts-written", IssueContent.IssueType, existing.IssueId, new
        {
            Rows = issue.History.Rows,
            Created = documents.Count(d => d.Change == ImportChange.Created),
            Updated = documents.Count(d => d.Change == ImportChange.Updated),
            Kept = elsewhere.Select(e => e.ItemId),
            Overwritten = overwrite,
            Left = left.Select(l => l.ItemId),
        });
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return new(documents.Count(d => d.Change == ImportChange.Created), documents.Count(d => d.Change == ImportChange.Updated), elsewhere, left);
    }

    /// <summary>Notes, in the open transaction, which versions digitisation wrote; a later one is somebody's own work.</summary>
    public async Task NoteAsync(string issueId, string fileHash, int rows, IReadOnlyList<string> items, CancellationToken cancellation)
    {
        foreach (var chunk in items.Chunk(200))
        {
            var versions = await db.Set<ContentVersion>().AsNoTracking().Where(v => v.Latest && chunk.Contains(v.ItemId)).Select(v => new { v.ItemId, v.Id }).ToListAsync(cancellation);
            var noted = await db.Set<DigitisedItem>().Where(i => chunk.Contains(i.ItemId)).ToDictionaryAsync(i => i.ItemId, cancellation);
            foreach (var version in versions)
            {
                if (noted.TryGetValue(version.ItemId, out var row))
                {
                    row.VersionId = version.Id;
                }
                else
                {
                    db.Add(new DigitisedItem { ItemId = version.ItemId, VersionId = version.Id });
                }
            }
        }

        var digitisation = await db.Set<Digitisation>().FirstOrDefaultAsync(d => d.IssueId == issueId && d.FileHash == fileHash, cancellation);
        if (digitisation is null)
        {
            db.Add(new Digitisation { IssueId = issueId, FileHash = fileHash, WrittenRows = rows });
        }
        else
        {
            digitisation.WrittenRows = rows;
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Dictionary<string, Guid>> WrittenAsync(List<string> items, CancellationToken cancellation)
    {
        var written = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var chunk in items.Chunk(200))
        {
            foreach (var row in await db.Set<DigitisedItem>().AsNoTracking().Where(i => chunk.Contains(i.ItemId)).ToListAsync(cancellation))
            {
                written[row.ItemId] = row.VersionId;
            }
        }

        return written;
    }

    private async Task<ImportedDocument> WriteAsync(
        WorkbenchIssue issue, PrintedDocument printed, ContentVersion? item, int order, string issueId, Agency publisher, CancellationToken cancellation)
    {
        var issuer = await _agencies.OfAsync(printed, publisher, cancellation);
        var source = new SourceTextPart(issue.FileHash, printed.Lines.First, printed.Lines.Last);
        var data = IssueContent.Document(item, printed, issuer, issue.Edited.Issue.Masthead, new(issueId, printed.Section ?? "", order, printed.Page), source, isEdited: true);
        if (item is null)
        {
            var created = await store.CreateAsync(new(IssueContent.DocumentType, issuer.Agency.Id, data), cancellation);
            return new(printed, created.ItemId, created.Item.Path, ImportChange.Created);
        }

        var saved = await store.SaveAsync(item.ItemId, item.Item.Revision, data, cancellation);
        return new(printed, item.ItemId, item.Item.Path, saved.Id == item.Id ? ImportChange.None : ImportChange.Updated);
    }

    private async Task WriteIssueAsync(WorkbenchIssue issue, ExistingItems existing, List<ImportedDocument> documents, CancellationToken cancellation)
    {
        if (issue.Edited.Issue.Masthead is not { Year: not null, Number: not null })
        {
            throw new ContentRefusedException("刊头没有年份或者期号，不能写入草稿。请先补上。");
        }

        var source = existing.Issue!.Part<SourceTextPart>()!;
        await store.SaveAsync(existing.IssueId, existing.Issue.Item.Revision, IssueContent.Issue(existing.Issue, issue.Edited.Issue, documents, source), cancellation);
    }
}
