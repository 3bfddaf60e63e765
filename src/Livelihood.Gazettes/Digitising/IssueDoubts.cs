using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Doubts;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Digitising;

/// <summary>All doubts of an issue: its own, those of the directory of agencies, those of the portal's other issues; and their table.</summary>
public sealed class IssueDoubts(PortalDbContext db, AgencyDoubts agencies, SurroundingIssues surroundings)
{
    /// <summary>The doubts, in the order of the source.</summary>
    /// <param name="issue">The issue, with its own doubts.</param>
    /// <param name="ownItems">The items that are its documents already.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<Doubt>> AllAsync(PrintedIssue issue, IReadOnlyCollection<string> ownItems, CancellationToken cancellation)
    {
        var around = SurroundingDoubts.Find(issue, await surroundings.OfAsync(issue, ownItems, cancellation));
        return [.. issue.Doubts.Concat(await agencies.FindAsync(issue, cancellation)).Concat(around).OrderBy(d => d.Lines.Count == 0 ? 0 : d.Lines[0].First)];
    }

    /// <summary>Puts the doubts into the table, in the open transaction. Who published knowing of one stays noted.</summary>
    public async Task KeepAsync(string issueId, IReadOnlyList<Doubt> doubts, IReadOnlyDictionary<string, string> decisions, CancellationToken cancellation)
    {
        var kept = await db.Set<GazetteDoubt>().AsNoTracking().Where(d => d.IssueId == issueId).ToListAsync(cancellation);
        List<GazetteDoubt> rows = [.. doubts.Select((d, i) => GazetteDoubt.From(issueId, i, d, decisions.GetValueOrDefault(d.Key)))];
        foreach (var row in rows)
        {
            row.AcknowledgedUtc = kept.Find(k => k.Code == row.Code && k.Lines == row.Lines && k.Message == row.Message)?.AcknowledgedUtc;
        }

        await db.Set<GazetteDoubt>().Where(d => d.IssueId == issueId).ExecuteDeleteAsync(cancellation);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellation);
    }
}
