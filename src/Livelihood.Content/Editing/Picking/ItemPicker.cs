using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Publication;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Picking;

/// <summary>
/// Finds items to link to, among those that the person may see: published ones of all agencies by number and by the
/// portal's search, and the newest of one's own agencies by their titles, drafts too.
/// </summary>
public sealed class ItemPicker(
    PortalDbContext db, ContentAccess access, ContentDefinitions definitions, IEnumerable<IPublishedSearch> search)
{
    /// <summary>How many items a search shows.</summary>
    public const int Most = 12;

    /// <summary>How many of one's own items, the newest, a title is looked for in; older ones are published, and found by the search.</summary>
    private const int NewestLookedAt = 2000;

    private const int LongestQuery = 100;

    /// <summary>The items that fit the words, the best first.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="query">Words of the title, or a document number.</param>
    /// <param name="types">Of these types; empty: of any.</param>
    /// <param name="cancellation">Ends the search early.</param>
    public async Task<IReadOnlyList<Choice>> FindAsync(
        ClaimsPrincipal person, string query, IReadOnlyList<string> types, CancellationToken cancellation = default)
    {
        query = query.Length > LongestQuery ? query[..LongestQuery] : query.Trim();
        if (query.Length == 0)
        {
            return [];
        }

        var reach = await access.ReachAsync(person, cancellation);
        List<string> ids = [.. await ByNumberAsync(query, cancellation), .. await OwnAsync(reach, query, types, cancellation), .. await PublishedAsync(query, cancellation)];
        return [.. (await DescribeAsync(reach, [.. ids.Distinct(StringComparer.Ordinal)], types, cancellation)).Take(Most)];
    }

    /// <summary>What a picker offers: the items chosen, and those that its words find.</summary>
    internal async Task<IReadOnlyList<Choice>> ChoicesAsync(
        EditorSubject subject, FormValues values, string input, IReadOnlyList<string> types, CancellationToken cancellation)
    {
        var chosen = values.All(input);
        var found = await FindAsync(subject.Person, values.Line(PickerInput.Query(input)), types, cancellation);
        var reach = await access.ReachAsync(subject.Person, cancellation);
        var described = await DescribeAsync(reach, chosen, [], cancellation);
        return
        [
            .. chosen.Select(id => described.FirstOrDefault(d => d.Value == id) ?? new Choice(id, "这项内容不在了，或者您不能查看")),
            .. found.Where(f => f.Value != subject.ItemId && !chosen.Contains(f.Value, StringComparer.Ordinal)),
        ];
    }

    private async Task<List<string>> ByNumberAsync(string query, CancellationToken cancellation)
    {
        if (!DocumentNumber.TryParse(query, out var number))
        {
            return [];
        }

        var text = number.ToString();
        return await db.Set<CatalogueEntry>().Where(e => e.Number == text).OrderByDescending(e => e.Date).Select(e => e.ItemId).Take(Most).ToListAsync(cancellation);
    }

    private async Task<List<string>> OwnAsync(AgencyReach reach, string query, IReadOnlyList<string> types, CancellationToken cancellation)
    {
        var agencies = reach.Ids.ToList();
        var items = db.Set<ContentItem>().AsNoTracking();
        items = reach.Everything ? items : items.Where(i => agencies.Contains(i.AgencyId));
        items = types.Count == 0 ? items : items.Where(i => types.Contains(i.Type));
        return await items.OrderByDescending(i => i.ModifiedUtc).Take(NewestLookedAt)
            .Where(i => i.Title.Contains(query)).OrderByDescending(i => i.ModifiedUtc).Select(i => i.Id).Take(Most).ToListAsync(cancellation);
    }

    private async Task<List<string>> PublishedAsync(string query, CancellationToken cancellation)
    {
        var paths = new List<string>();
        foreach (var engine in search)
        {
            paths.AddRange((await engine.SuggestAsync(query, Most * 2, cancellation)).Select(h => h.Path));
        }

        var found = await db.Set<ContentItem>().Where(i => paths.Contains(i.Path)).Select(i => new { i.Id, i.Path }).ToListAsync(cancellation);
        return [.. found.OrderBy(f => paths.IndexOf(f.Path)).Select(f => f.Id)];
    }

    // Of another agency's item only what is published may be told: its draft may have another title.
    private async Task<IReadOnlyList<Choice>> DescribeAsync(
        AgencyReach reach, IReadOnlyList<string> ids, IReadOnlyList<string> types, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where ids.Contains(item.Id)
            join line in db.Set<CatalogueEntry>().AsNoTracking() on item.Id equals line.ItemId into lines
            from line in lines.DefaultIfEmpty()
            select new { item.Id, item.Type, item.AgencyId, item.Title, item.IndexNumber, item.Stage, Published = line == null ? null : line.Title, Number = line == null ? null : line.Number })
            .ToListAsync(cancellation);
        var names = await definitions.TypesAsync(cancellation);
        return
        [
            .. from row in rows
               where types.Count == 0 || types.Contains(row.Type)
               let title = row.Published ?? (reach.Covers(row.AgencyId) ? row.Title : null)
               where title is not null
               orderby ids.ToList().IndexOf(row.Id)
               select new Choice(row.Id, title, Note: string.Join(" ", new[]
               {
                   row.Number ?? row.IndexNumber, names.GetValueOrDefault(row.Type)?.DisplayName, row.Published is null ? row.Stage.Text() : null,
               }.Where(n => n is not null))),
        ];
    }
}
