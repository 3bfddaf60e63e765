using System.Text;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Digitising;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Import;

/// <summary>
/// Brings one issue from the bytes of a text file into the portal: reads it, keeps the text, makes or fills the issue and its
/// documents, keeps the doubts, and publishes if asked; all in one transaction. The same text a second time changes nothing.
/// </summary>
public sealed class GazetteImporter
{
    private readonly PortalDbContext _db;
    private readonly IContentStore _store;
    private readonly IFileStore _files;
    private readonly IAuditTrail _audit;
    private readonly IssuingAgencies _agencies;
    private readonly GazettePublisher _publisher;
    private readonly EditHistories _edits;
    private readonly IssueDoubts _doubts;
    private readonly DraftWriter _drafts;
    private readonly GazetteFileReader _reader;
    private readonly GazetteSources _sources;

    /// <summary>For the container.</summary>
    public GazetteImporter(
        PortalDbContext db, IContentStore store, IFileStore files, IAuditTrail audit, IAgencyDirectory agencies, GazettePublisher publisher,
        EditHistories edits, IssueDoubts doubts, DraftWriter drafts, GazetteFileReader reader, GazetteSources sources)
    {
        (_db, _store, _files, _audit, _agencies, _publisher) = (db, store, files, audit, new(agencies), publisher);
        (_edits, _doubts, _drafts, _reader, _sources) = (edits, doubts, drafts, reader, sources);
    }

    /// <summary>Imports a file of one issue.</summary>
    /// <exception cref="GazetteRefusedException">The file is no gazette, or lacks year or number.</exception>
    public async Task<ImportReport> ImportAsync(
        ReadOnlyMemory<byte> bytes, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default) =>
        await ImportAsync(await _reader.ReadOneAsync(new("gazette.txt", bytes), cancellation), options, progress, cancellation);

    /// <summary>Imports an issue.</summary>
    /// <param name="source">Its text, with the file from which it came.</param>
    /// <param name="options">Whether to publish, and for whom.</param>
    /// <param name="progress">Told of every step, or null.</param>
    /// <param name="cancellation">Ends the import early; nothing is kept then.</param>
    /// <exception cref="GazetteRefusedException">The file is no gazette, or lacks year or number.</exception>
    /// <exception cref="ContentRefusedException">Whoever imports may not write for the publisher, or the address is taken.</exception>
    /// <exception cref="ContentConflictException">Somebody edited one of the items meanwhile.</exception>
    public async Task<ImportReport> ImportAsync(
        IssueText source, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new("读取公报", 0, 1));
        var (text, reading) = Read(source.Text);
        var issue = reading.Read;
        if (options.Objects?.Invoke(issue.Masthead) is { } objection)
        {
            throw new ContentRefusedException(objection);
        }

        var path = GazetteIssuePart.PathOf(issue.Masthead.Year!.Value, issue.Masthead.Number!.Value);

        // Kept as UTF-8, so that one text in two encodings is one source.
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
        var file = await _files.SaveAsync(content, cancellation);
        var original = await _sources.KeepFileAsync(source.File, cancellation);
        progress?.Report(new("读取公报", 1, 1));

        await using var unit = await _db.BeginUnitAsync(cancellation);
        var existing = await ExistingItems.LoadAsync(_db, IssueContent.DocumentType, path, issue.Documents, cancellation);
        Check(existing.Issue, path);
        var publisher = await _agencies.PublisherAsync(issue.Masthead, cancellation);
        if (options.MayWrite is { } mayWrite && !await mayWrite(publisher))
        {
            // The masthead may name somebody whom the directory does not know; saying that somebody else publishes it would be wrong.
            var printed = issue.Masthead.Publisher is { } name && name != publisher.Name ? $"印着由{name}主办，在本平台归{publisher.Name}" : $"由{publisher.Name}主办";
            throw new ContentRefusedException($"这一期{printed}，您没有为该机关编写内容的权限。请由该机关的编辑导入；机关名录里缺少机关的，请系统管理员登记。");
        }

        // What is being edited on the workbench is written from there; the same text again changes nothing of it.
        var history = await _edits.ReadAsync(existing.IssueId, file.Hash, cancellation);
        var isOnWorkbench = history.Rows > 0 && existing.Issue?.Part<SourceTextPart>()?.FileHash == file.Hash;
        var edited = IssueEditing.Apply(reading, isOnWorkbench ? history.Standing : []);
        issue = edited.Issue;
        var documents = isOnWorkbench ? Kept(issue, existing, file.Hash) : await WriteDocumentsAsync(issue, existing, publisher, file.Hash, progress, cancellation);
        issue = issue with { Doubts = await _doubts.AllAsync(issue, [.. documents.Select(d => d.ItemId)], cancellation) };
        var change = isOnWorkbench ? ImportChange.None : await WriteIssueAsync(issue, existing, publisher, documents, file.Hash, cancellation);
        var report = new ImportReport(issue, existing.IssueId, path, change, documents, 0, IsPublished: false);
        if (report.ChangedAnything)
        {
            var written = documents.Where(d => d.Change != ImportChange.None).Select(d => d.ItemId);
            await _drafts.NoteAsync(existing.IssueId, file.Hash, history.Rows, [.. change == ImportChange.None ? written : written.Append(existing.IssueId)], cancellation);
            await KeepDoubtsAsync(report, edited, file.Hash, original.Hash, cancellation);
        }

        await _sources.KeepAsync(source, report.IssueId, original, file.Hash, cancellation);
        report = options.Publish
            ? report with { PublishedNow = await _publisher.PublishAsync(existing.IssueId, [.. documents.Select(d => d.ItemId)], progress, options.PublicationReason, cancellation), IsPublished = true }
            : report with { IsPublished = await _store.PublishedAsync(existing.IssueId, cancellation) is not null };
        await unit.CommitAsync(cancellation);
        return report;
    }

    private static (string Text, IssueReading Reading) Read(string text)
    {
        if (!IssueReading.TryRead(text, out var reading, out var refusal))
        {
            throw new GazetteRefusedException(refusal.Reason, refusal.Message);
        }

        return reading.Read.Masthead is { Year: not null, Number: not null }
            ? (text, reading)
            : throw new GazetteRefusedException(
                UnreadableReason.NotAGazette, "刊头里没有读出年份或者期号（如“2019年第6号”），不知道这是哪一期。请在文件开头补上，再导入。");
    }

    private static void Check(ContentVersion? existing, string path)
    {
        if (existing is not null && existing.Item.Type != IssueContent.IssueType)
        {
            throw new ContentRefusedException($"地址“{path}”已被其他内容（{existing.DisplayText}）使用。请先给那项内容换一个地址。");
        }

        if (existing?.Part<GazetteIssuePart>()?.Composed == true)
        {
            throw new ContentRefusedException($"{existing.DisplayText}是在这里编排的，不能再从刊印件导入。请核对年份和期号。");
        }
    }

    private async Task<List<ImportedDocument>> WriteDocumentsAsync(
        PrintedIssue issue, ExistingItems existing, Agency publisher, string fileHash, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var documents = new List<ImportedDocument>();
        foreach (var (printed, item) in existing.Match(issue.Documents, fileHash))
        {
            progress?.Report(new("写入文件", documents.Count, issue.Documents.Count));
            var issuer = await _agencies.OfAsync(printed, publisher, cancellation);
            var printedIn = new PrintedInPart(existing.IssueId, printed.Section ?? "", documents.Count + 1, printed.Page);
            var source = new SourceTextPart(fileHash, printed.Lines.First, printed.Lines.Last);
            documents.Add(await WriteAsync(
                printed, item, issuer.Agency.Id, source, v => IssueContent.Document(v, printed, issuer, issue.Masthead, printedIn, source), cancellation));
        }

        progress?.Report(new("写入文件", documents.Count, documents.Count));
        return documents;
    }

    private static List<ImportedDocument> Kept(PrintedIssue issue, ExistingItems existing, string fileHash) =>
        [.. existing.Match(issue.Documents, fileHash).Where(m => m.Item is not null).Select(m => new ImportedDocument(m.Document, m.Item!.ItemId, m.Item.Item.Path, ImportChange.None))];

    private async Task<ImportedDocument> WriteAsync(
        PrintedDocument printed, ContentVersion? existing, string agencyId, SourceTextPart source, Func<ContentVersion?, ContentData> data, CancellationToken cancellation)
    {
        if (existing is null)
        {
            var created = await _store.CreateAsync(new(IssueContent.DocumentType, agencyId, data(null)), cancellation);
            return new(printed, created.ItemId, created.Item.Path, ImportChange.Created);
        }

        // What came from this very text was perhaps corrected by an editor since; that work stays.
        if (existing.Part<SourceTextPart>() == source)
        {
            return new(printed, existing.ItemId, existing.Item.Path, ImportChange.None);
        }

        await _store.SaveAsync(existing.ItemId, existing.Item.Revision, data(existing), cancellation);
        return new(printed, existing.ItemId, existing.Item.Path, ImportChange.Updated);
    }

    private async Task<ImportChange> WriteIssueAsync(
        PrintedIssue issue, ExistingItems existing, Agency publisher, List<ImportedDocument> documents, string fileHash, CancellationToken cancellation)
    {
        var source = new SourceTextPart(fileHash, 1, Math.Max(1, issue.Documents[0].Lines.First - 1));
        if (existing.Issue is null)
        {
            var created = new NewContent(IssueContent.IssueType, publisher.Id, IssueContent.Issue(null, issue, documents, source)) { Id = existing.IssueId };
            await _store.CreateAsync(created, cancellation);
            return ImportChange.Created;
        }

        if (existing.Issue.Part<SourceTextPart>() == source && documents.TrueForAll(d => d.Change != ImportChange.Created))
        {
            return ImportChange.None;
        }

        await _store.SaveAsync(existing.IssueId, existing.Issue.Item.Revision, IssueContent.Issue(existing.Issue, issue, documents, source), cancellation);
        return ImportChange.Updated;
    }

    private async Task KeepDoubtsAsync(ImportReport report, EditedIssue edited, string fileHash, string originalHash, CancellationToken cancellation)
    {
        _audit.Record("gazette.imported", IssueContent.IssueType, report.IssueId, new
        {
            File = fileHash,
            Original = originalHash,
            Documents = report.Documents.Count,
            Doubts = report.Issue.Doubts.Count,
        });
        await _doubts.KeepAsync(report.IssueId, report.Issue.Doubts, edited.Decisions, cancellation);
    }
}
