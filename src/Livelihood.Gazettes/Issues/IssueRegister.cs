using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Issues;

/// <summary>Keeps the public list of issues in step with publication, whoever publishes.</summary>
internal sealed class IssueRegister(PortalDbContext db) : IContentHandler
{
    public async Task PublishedAsync(PublishedContent content, CancellationToken cancellation)
    {
        if (content.Version.Part<GazetteIssuePart>() is not { } issue)
        {
            return;
        }

        var line = await db.Set<PublishedIssue>().FirstOrDefaultAsync(i => i.ItemId == content.Id, cancellation);
        if (line is null)
        {
            line = new() { ItemId = content.Id };
            db.Add(line);
        }

        (line.Year, line.Number, line.TotalNumber) = (issue.Year, issue.Number, issue.TotalNumber);
        (line.PublishedOn, line.Gazette) = (issue.PublishedOn, issue.Gazette);
        (line.Documents, line.LastPage) = (issue.Sections.Sum(s => s.Entries.Count), issue.Sections.SelectMany(s => s.Entries).Max(e => e.Page));
        await EnterAsync(content.Id, issue, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task WithdrawnAsync(string itemId, CancellationToken cancellation)
    {
        await db.Set<PrintedEntry>().Where(e => e.IssueId == itemId).ExecuteDeleteAsync(cancellation);
        await db.Set<PublishedIssue>().Where(i => i.ItemId == itemId).ExecuteDeleteAsync(cancellation);
    }

    // Lines are changed in place: an issue may be published twice in one unit of work.
    private async Task EnterAsync(string issueId, GazetteIssuePart issue, CancellationToken cancellation)
    {
        var kept = await db.Set<PrintedEntry>().Where(e => e.IssueId == issueId).ToDictionaryAsync(e => e.Order, cancellation);
        var order = 0;
        foreach (var (section, entry) in issue.Sections.SelectMany(s => s.Entries.Select(e => (s.Name, e))))
        {
            order++;
            if (!kept.Remove(order, out var line))
            {
                line = new() { IssueId = issueId, Order = order };
                db.Add(line);
            }

            (line.ItemId, line.Section, line.Page) = (entry.ItemId, section, entry.Page);
        }

        db.RemoveRange(kept.Values);
    }
}
