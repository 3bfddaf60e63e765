using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Digitising;

/// <summary>Opens digitised issues and takes edits.</summary>
public sealed class Workbench(PortalDbContext db, IFileStore files, ReadingCache readings, EditHistories histories, IssueDoubts doubts)
{
    /// <summary>The issue at this address with its edits; null where there is none, or it was not read from a text.</summary>
    public async Task<WorkbenchIssue?> OpenAsync(int year, int number, CancellationToken cancellation)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        var version = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.Latest && v.Item.Path == path, cancellation);
        return version is null ? null : await OpenAsync(version, cancellation);
    }

    /// <summary>The issue with its edits; null where it was not read from a text.</summary>
    public async Task<WorkbenchIssue?> OpenAsync(ContentVersion version, CancellationToken cancellation)
    {
        if (version.Part<GazetteIssuePart>() is not { } part || version.Part<SourceTextPart>() is not { } source
            || await readings.OfAsync(files, source.FileHash, cancellation) is not { } reading)
        {
            return null;
        }

        var history = await histories.ReadAsync(version.ItemId, source.FileHash, cancellation);
        var written = await db.Set<Digitisation>().AsNoTracking().Where(d => d.IssueId == version.ItemId && d.FileHash == source.FileHash)
            .Select(d => d.WrittenRows).FirstOrDefaultAsync(cancellation);
        return await WithAsync(new(version, source.FileHash, reading, history, null!, [], history.Rows != written), part, cancellation);
    }

    /// <summary>Makes edits, all or none.</summary>
    /// <param name="issue">The issue as it is.</param>
    /// <param name="rows">The revision that the editor saw.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="cancellation">Ends it early; nothing was done then.</param>
    /// <exception cref="WorkbenchConflictException">Somebody else made one meanwhile.</exception>
    /// <exception cref="ContentRefusedException">One does not apply.</exception>
    public async Task MakeAsync(WorkbenchIssue issue, int rows, IReadOnlyList<IssueEdit> edits, CancellationToken cancellation)
    {
        var edited = IssueEditing.Apply(issue.Reading, issue.History.Standing.Concat(edits));
        if (edited.Refused.FirstOrDefault(r => r.Place >= issue.History.Log.Standing.Count) is { } refused && issue.History.Rows == rows)
        {
            throw new ContentRefusedException(refused.Reason);
        }

        await StepAsync(issue, rows, EditStep.Edit, edits, cancellation);
    }

    /// <summary>Takes the last edit back.</summary>
    public Task UndoAsync(WorkbenchIssue issue, int rows, CancellationToken cancellation) => issue.History.Log.CanUndo
        ? StepAsync(issue, rows, EditStep.Undo, [null], cancellation)
        : throw new ContentRefusedException("没有可以撤销的改动。");

    /// <summary>Brings the edit that was taken back last to stand again.</summary>
    public Task RedoAsync(WorkbenchIssue issue, int rows, CancellationToken cancellation) => issue.History.Log.CanRedo
        ? StepAsync(issue, rows, EditStep.Redo, [null], cancellation)
        : throw new ContentRefusedException("没有可以重做的改动。");

    private async Task StepAsync(WorkbenchIssue issue, int rows, EditStep step, IReadOnlyList<IssueEdit?> edits, CancellationToken cancellation)
    {
        if (issue.History.Rows != rows)
        {
            throw new WorkbenchConflictException();
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        await histories.AddAsync(issue.Version.ItemId, issue.FileHash, rows, step, edits, cancellation);
        var history = await histories.ReadAsync(issue.Version.ItemId, issue.FileHash, cancellation);
        var now = await WithAsync(issue with { History = history }, issue.Version.Part<GazetteIssuePart>()!, cancellation);
        await doubts.KeepAsync(issue.Version.ItemId, now.Doubts, now.Edited.Decisions, cancellation);
        await unit.CommitAsync(cancellation);
    }

    private async Task<WorkbenchIssue> WithAsync(WorkbenchIssue issue, GazetteIssuePart part, CancellationToken cancellation)
    {
        var edited = IssueEditing.Apply(issue.Reading, issue.History.Standing);
        HashSet<string> own = [.. part.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>()];
        return issue with { Edited = edited, Doubts = await doubts.AllAsync(edited.Issue, own, cancellation) };
    }
}
