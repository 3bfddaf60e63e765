using System.Collections.Frozen;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Parts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.References;

/// <summary>A published document that a text refers to.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Path">Its address below the portal's root.</param>
/// <param name="Title">Its title.</param>
/// <param name="Validity">Its validity, or null.</param>
public sealed record ReferenceTarget(string ItemId, string Path, string Title, Validity? Validity);

/// <summary>Looks up what texts refer to, among what is public.</summary>
public sealed class ReferenceTargets(PortalDbContext db)
{
    /// <summary>What a text without references leads to.</summary>
    public static readonly IReadOnlyDictionary<string, ReferenceTarget> None = FrozenDictionary<string, ReferenceTarget>.Empty;

    private const int MostKeys = 1000;

    /// <summary>
    /// The documents by the key of their references: one query for all texts. Only what is in the catalogue, so what is
    /// published; a title only where exactly one item has it; never the item whose text it is.
    /// </summary>
    /// <param name="itemId">The item whose texts these are.</param>
    /// <param name="markdown">The texts.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<IReadOnlyDictionary<string, ReferenceTarget>> OfAsync(
        string itemId, IEnumerable<string> markdown, CancellationToken cancellation = default)
    {
        // Without the backslashes of Markdown; what is found too much is merely asked for.
        var keys = markdown.SelectMany(text => TextReferences.In(text.Replace("\\", "", StringComparison.Ordinal)))
            .Select(r => r.Key).Distinct(StringComparer.Ordinal).Take(MostKeys).ToLookup(ReferenceKey.IsTitle);
        if (keys.Count == 0)
        {
            return None;
        }

        var numbers = keys[false].ToList();
        var titles = keys[true].Select(k => k[1..^1]).ToList();
        var entries = db.Set<CatalogueEntry>().AsNoTracking();
        var byNumber = entries.Where(e => e.Number != null && numbers.Contains(e.Number))
            .Select(e => new { Key = e.Number!, IsTitle = false, e.ItemId, e.Path, e.Title, e.Validity, e.FirstPublishedUtc });
        var byTitle = entries.Where(e => e.TitleKey != null && titles.Contains(e.TitleKey))
            .Select(e => new { Key = e.TitleKey!, IsTitle = true, e.ItemId, e.Path, e.Title, e.Validity, e.FirstPublishedUtc });
        var found = await byNumber.Concat(byTitle).OrderBy(f => f.ItemId).Take(4 * MostKeys).ToListAsync(cancellation);
        return found.GroupBy(f => f.IsTitle ? $"《{f.Key}》" : f.Key, StringComparer.Ordinal)
            .Where(g => g.All(f => f.ItemId != itemId) && (!ReferenceKey.IsTitle(g.Key) || g.Count() == 1))
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderBy(f => f.FirstPublishedUtc).ThenBy(f => f.ItemId, StringComparer.Ordinal)
                    .Select(f => new ReferenceTarget(f.ItemId, f.Path, f.Title, f.Validity)).First(),
                StringComparer.Ordinal);
    }
}
