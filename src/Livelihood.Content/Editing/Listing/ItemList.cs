using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Publication;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Listing;

/// <summary>
/// The console's list of items: those of the agencies that the person works for. However many there are, a page reads its
/// own lines; counts and searches stop at a bound.
/// </summary>
public sealed class ItemList(PortalDbContext db, ContentAccess access, WaitingContent waiting, ICurrentActor actor, IEnumerable<ISearchAnswers> search)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 20;

    /// <summary>Counts stop here; the list says "more than".</summary>
    public const int MostCounted = 1000;

    /// <summary>How many pages can be opened; who gets that far narrows the list.</summary>
    public const int MostPages = MostCounted / PageSize;

    /// <summary>A search looks at the titles of so many items, those changed last; older ones are found where they are public.</summary>
    public const int NewestSearched = 5000;

    private const int MostFound = 200;
    private const int MostWords = 8;
    private const int LongestQuery = 100;

    /// <summary>A page of the list.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="types">The types that the list is about.</param>
    /// <param name="filter">Which items.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ItemListPage> PageAsync(
        ClaimsPrincipal person, IReadOnlyList<string> types, ItemListFilter filter, int page, CancellationToken cancellation = default)
    {
        var items = await FoundAsync(await ItemsAsync(person, types, filter, cancellation), filter.Query, cancellation);
        var stages = await StagesAsync(items, cancellation);
        var chosen = filter.Stage is { } stage ? items.Where(i => i.Stage == stage) : items;
        var total = filter.Stage is { } one ? stages.GetValueOrDefault(one) : stages.Values.Sum();
        var lines = await chosen.OrderByDescending(i => i.ModifiedUtc).ThenByDescending(i => i.Id)
            .Skip((Math.Clamp(page, 1, MostPages) - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new(lines, total, stages);
    }

    /// <summary>All items of the list that stand in a stage, as they are now; the first <see cref="MostCounted"/>.</summary>
    public async Task<IReadOnlyList<BulkItem>> AllAsync(
        ClaimsPrincipal person, IReadOnlyList<string> types, ItemListFilter filter, VersionStage stage, CancellationToken cancellation = default)
    {
        var items = await FoundAsync(await ItemsAsync(person, types, filter, cancellation), filter.Query, cancellation);
        return await items.Where(i => i.Stage == stage).OrderByDescending(i => i.ModifiedUtc).Take(MostCounted)
            .Select(i => new BulkItem(i.Id, i.Revision)).ToListAsync(cancellation);
    }

    private async Task<IQueryable<ContentItem>> ItemsAsync(
        ClaimsPrincipal person, IReadOnlyList<string> types, ItemListFilter filter, CancellationToken cancellation)
    {
        var items = filter.Waiting ? await waiting.ItemsAsync(person, cancellation) : await access.ItemsForAsync(person, cancellation);
        var me = actor.Current;
        items = filter.Type is { } type ? items.Where(i => i.Type == type) : items.Where(i => types.Contains(i.Type));
        items = filter.Agency is { } agency ? items.Where(i => i.AgencyId == agency) : items;
        items = filter.Mine ? items.Where(i => i.Versions.Any(v => v.Latest && v.Authors.Contains(me))) : items;
        return filter.Values.Aggregate(items, (narrowed, value) => narrowed.Where(i => db.Set<FieldValue>()
            .Where(v => v.Scope == FieldScope.Latest && v.Field == value.Field && v.Value == value.Value).Select(v => v.ItemId).Contains(i.Id)));
    }

    private async Task<IQueryable<ContentItem>> FoundAsync(IQueryable<ContentItem> items, string? typed, CancellationToken cancellation)
    {
        var query = typed?.Trim() ?? "";
        if (query.Length == 0)
        {
            return items;
        }

        query = query.Length > LongestQuery ? query[..LongestQuery] : query;
        var number = DocumentNumber.TryParse(query, out var parsed) ? parsed.ToString() : query;
        // Who looks for a number wants that item, not the words in it.
        var ids = await items.Where(i => i.IndexNumber == query || db.Set<CatalogueEntry>().Any(e => e.Number == number && e.ItemId == i.Id))
            .Select(i => i.Id).OrderBy(id => id).Take(MostFound).ToListAsync(cancellation);
        if (ids.Count == 0)
        {
            ids = await query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
                .Aggregate(items.OrderByDescending(i => i.ModifiedUtc).Take(NewestSearched), (found, word) => found.Where(i => i.Title.Contains(word)))
                .OrderByDescending(i => i.ModifiedUtc).Select(i => i.Id).Take(MostFound).ToListAsync(cancellation);
            ids.AddRange(await PublishedAsync(query, cancellation));
        }

        return items.Where(i => ids.Contains(i.Id));
    }

    // Drafts are not in the public index, and shall not be: their titles are compared as they stand. What is published is found
    // as readers find it, by the words of its title, however old it is. Who may see what, the list's own query says.
    private async Task<List<string>> PublishedAsync(string query, CancellationToken cancellation)
    {
        var ids = new List<string>();
        var words = string.Concat(query.Where(c => !"\"“”„‟＂「」".Contains(c)));
        foreach (var engine in search)
        {
            var answer = await engine.AnswerAsync(new() { Text = $"标题:“{words}”", Filter = [], Size = MostFound }, cancellation);
            ids.AddRange(answer.IsPartial ? [] : answer.Hits.Select(h => h.Entry.ItemId));
        }

        return ids;
    }

    // Each stage along its own index, up to the bound, in one query.
    private static async Task<IReadOnlyDictionary<VersionStage, int>> StagesAsync(IQueryable<ContentItem> items, CancellationToken cancellation) =>
        await Enum.GetValues<VersionStage>().Where(s => s != VersionStage.Superseded)
            .Select(stage => items.Where(i => i.Stage == stage).OrderByDescending(i => i.ModifiedUtc).Select(i => new { i.Stage, i.Id }).Take(MostCounted + 1))
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(i => i.Stage).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
}
