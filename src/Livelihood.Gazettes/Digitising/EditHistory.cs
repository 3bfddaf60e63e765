using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Digitising;

/// <summary>An edit that stands, with who made it.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="By">Who, as in the audit chain.</param>
/// <param name="AtUtc">When.</param>
public sealed record RecordedEdit(IssueEdit Edit, string By, DateTimeOffset AtUtc);

/// <summary>The log of an issue's edits, as read.</summary>
/// <param name="Log">Which stand.</param>
/// <param name="Rows">How many rows the log has: its revision.</param>
public sealed record EditHistory(EditLog<RecordedEdit> Log, int Rows)
{
    /// <summary>The edits that stand.</summary>
    public IEnumerable<IssueEdit> Standing => Log.Standing.Select(e => e.Edit);
}

/// <summary>Reads and continues the logs of edits.</summary>
public sealed class EditHistories(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>Edits after which an issue's log is full; a day's work is some hundreds.</summary>
    private const int MostRows = 20_000;

    public async Task<EditHistory> ReadAsync(string issueId, string fileHash, CancellationToken cancellation)
    {
        var log = new EditLog<RecordedEdit>();
        var rows = await db.Set<DigitisationEdit>().AsNoTracking().Where(e => e.IssueId == issueId && e.FileHash == fileHash).OrderBy(e => e.Row).Take(MostRows).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            // A row of a later version of the portal that this one does not know must not end the work.
            if (row.Step != EditStep.Edit)
            {
                log.Read(row.Step, null!);
            }
            else if (IssueEdit.Parse(row.Edit) is { } edit)
            {
                log.Read(row.Step, new(edit, row.By, row.AtUtc));
            }
        }

        return new(log, rows.Count);
    }

    /// <summary>Adds rows after <paramref name="rows"/> others, within the open transaction; an undo or redo has no edit.</summary>
    /// <exception cref="WorkbenchConflictException">Somebody else added one meanwhile.</exception>
    public async Task AddAsync(string issueId, string fileHash, int rows, EditStep step, IReadOnlyList<IssueEdit?> edits, CancellationToken cancellation)
    {
        if (rows + edits.Count > MostRows)
        {
            throw new ContentRefusedException($"这一期的改动已有{rows}步，不能再加。请写入草稿后在内容里改。");
        }

        foreach (var edit in edits)
        {
            rows++;
            db.Add(new DigitisationEdit
            {
                IssueId = issueId,
                FileHash = fileHash,
                Row = rows,
                Step = step,
                Edit = edit?.Write() ?? "",
                By = actor.Current,
                AtUtc = clock.UtcNow,
            });
            audit.Record("gazette.edited", Import.IssueContent.IssueType, issueId, new { Row = rows, Step = step.ToString(), Edit = edit?.Text });
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException clash)
        {
            throw new WorkbenchConflictException(clash);
        }
    }
}

/// <summary>Somebody else edited the issue since the page was opened.</summary>
public sealed class WorkbenchConflictException(Exception? cause = null)
    : ContentRefusedException("别人刚才改动了这一期，您的这一步没有做。下面是现在的样子，请核对后再做一次。", cause);
