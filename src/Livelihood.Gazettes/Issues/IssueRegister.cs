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
        await db.SaveChangesAsync(cancellation);
    }

    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) =>
        db.Set<PublishedIssue>().Where(i => i.ItemId == itemId).ExecuteDeleteAsync(cancellation);
}
