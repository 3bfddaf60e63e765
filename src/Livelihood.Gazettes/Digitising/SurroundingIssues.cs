using Livelihood.Content.Catalogue;
using Livelihood.Content.Documents;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Doubts;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Digitising;

/// <summary>Asks the portal for what stands around an issue.</summary>
public sealed class SurroundingIssues(PortalDbContext db, IssueQuery issues)
{
    private const int MostDocuments = 3000;
    private const int DaysAround = 400;

    internal async Task<Surroundings> OfAsync(PrintedIssue issue, IReadOnlyCollection<string> ownItems, CancellationToken cancellation)
    {
        if (issue.Masthead is not { Year: { } year, Number: { } number })
        {
            return new(null, null, []);
        }

        var (before, after) = await issues.NeighboursAsync(year, number, cancellation);
        List<DateOnly> days = [.. issue.Documents.Where(d => d.Number is not null).Select(d => d.FormedOn).OfType<DateOnly>()];
        return new(Neighbour(before), Neighbour(after), days.Count == 0 ? [] : await ElsewhereAsync(days, ownItems, cancellation));
    }

    private async Task<IReadOnlyList<NumberedDocument>> ElsewhereAsync(List<DateOnly> days, IReadOnlyCollection<string> ownItems, CancellationToken cancellation)
    {
        var (from, to) = (days.Min().AddDays(-DaysAround), days.Max().AddDays(DaysAround));
        var entries = await db.Set<CatalogueEntry>().AsNoTracking()
            .Where(e => e.Type == IssueContent.DocumentType && e.Number != null && e.Date >= from && e.Date <= to)
            .OrderByDescending(e => e.Date).Take(MostDocuments).Select(e => new { e.ItemId, e.Number, e.Date, e.Title }).ToListAsync(cancellation);
        return [.. entries.Where(e => !ownItems.Contains(e.ItemId))
            .Select(e => DocumentNumber.TryParse(e.Number, out var number) ? new NumberedDocument(number, e.Date, e.Title) : null).OfType<NumberedDocument>()];
    }

    private static NeighbourIssue? Neighbour(PublishedIssue? issue) => issue is null ? null : new(issue.Year, issue.Number, issue.TotalNumber, issue.PublishedOn);
}
