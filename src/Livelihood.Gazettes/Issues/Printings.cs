using Livelihood.Content.Citing;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Issues;

/// <summary>Finds the published issues that print a document.</summary>
internal sealed class Printings(PortalDbContext db) : IPrintings
{
    // A document is printed once, and again when it is corrected.
    private const int Most = 20;

    public async Task<IReadOnlyList<Printing>> OfAsync(string itemId, CancellationToken cancellation = default)
    {
        var found = await (
            from entry in db.Set<PrintedEntry>().AsNoTracking()
            where entry.ItemId == itemId
            join issue in db.Set<PublishedIssue>().AsNoTracking() on entry.IssueId equals issue.ItemId
            orderby issue.Year, issue.Number, entry.Order
            select new { entry, issue }).Take(Most).ToListAsync(cancellation);
        return found.ConvertAll(f => new Printing(
            f.issue.Gazette ?? "政府公报", f.issue.Year, f.issue.Number, f.issue.TotalNumber, GazetteIssuePart.PathOf(f.issue.Year, f.issue.Number),
            f.entry.Section, f.entry.Page, $"{f.issue.ItemId}{f.issue.Gazette}{f.issue.Year}-{f.issue.Number}-{f.issue.TotalNumber}"));
    }
}
