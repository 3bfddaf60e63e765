using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Issues;

/// <summary>
/// Finds the version of each document that an issue prints: one that was approved and waits, else the one that is public,
/// else the latest. For staff and for the printed edition; what the public may see is asked elsewhere.
/// </summary>
public sealed class IssueDocuments(PortalDbContext db)
{
    private const int Batch = 200;

    /// <summary>The versions to print, with their items, in printed order; entries without a document are left out.</summary>
    public async Task<IReadOnlyList<ContentVersion>> InOrderAsync(GazetteIssuePart issue, CancellationToken cancellation = default)
    {
        var ids = issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = await ByIdAsync(ids, cancellation);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>The versions to print by item id; an id that nothing has is left out.</summary>
    public async Task<IReadOnlyDictionary<string, ContentVersion>> ByIdAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default)
    {
        var found = new Dictionary<string, ContentVersion>(StringComparer.Ordinal);
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            var versions = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
                .Where(v => chunk.Contains(v.ItemId) && (v.Latest || v.Published)).ToListAsync(cancellation);
            foreach (var item in versions.GroupBy(v => v.ItemId, StringComparer.Ordinal))
            {
                found[item.Key] = item.FirstOrDefault(v => v.Latest && IsApproved(v.Stage))
                    ?? item.FirstOrDefault(v => v.Published) ?? item.First();
            }
        }

        return found;
    }

    /// <summary>Whether a version in this stage was approved and is not public yet.</summary>
    public static bool IsApproved(VersionStage stage) => stage is VersionStage.Scheduled or VersionStage.AwaitingIssue;
}
