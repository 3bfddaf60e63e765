using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Composing;

/// <summary>
/// Finds documents for an issue: of every type that has a text. What is public is read from the catalogue, what is on its
/// way from the items that <see cref="ContentAccess.ForGazetteAsync"/> allows. A page reads its own lines; counts and
/// searches stop at a bound.
/// </summary>
public sealed class PrintableDocuments(PortalDbContext db, ContentAccess access, ContentDefinitions definitions, IEnumerable<IPublishedSearch> search)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 20;

    /// <summary>Counts stop here.</summary>
    public const int MostCounted = 1000;

    private const int NewestSearched = 5000;
    private const int LongestQuery = 100;
    private const int MostChosen = 200;

    /// <summary>The types that have a text, by name.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> TypesAsync(CancellationToken cancellation = default) =>
        [.. (await definitions.TypesAsync(cancellation)).Values.Where(t => t.IsListable && t.Parts.Exists(p => p.Name == nameof(MarkdownBodyPart))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>A page of the list, the newest first.</summary>
    public async Task<PrintablePage> PageAsync(ClaimsPrincipal person, PrintableFilter filter, int page, CancellationToken cancellation = default)
    {
        var types = (await TypesAsync(cancellation)).Select(t => t.Name).Where(t => string.IsNullOrEmpty(filter.Type) || t == filter.Type).ToList();
        var skip = (Math.Clamp(page, 1, MostCounted / PageSize) - 1) * PageSize;
        return filter.Public ? await PublicAsync(types, filter, skip, cancellation) : await WaitingAsync(person, types, filter, skip, cancellation);
    }

    /// <summary>Which of these items the person may put into an issue.</summary>
    public async Task<IReadOnlySet<string>> AllowedAsync(ClaimsPrincipal person, IReadOnlyList<string> itemIds, CancellationToken cancellation = default)
    {
        var ids = itemIds.Take(MostChosen).ToList();
        var types = (await TypesAsync(cancellation)).Select(t => t.Name).ToList();
        var published = await db.Set<CatalogueEntry>().Where(e => ids.Contains(e.ItemId) && types.Contains(e.Type)).Select(e => e.ItemId).ToListAsync(cancellation);
        var waiting = await (await access.ForGazetteAsync(person, cancellation)).Where(i => ids.Contains(i.Id) && types.Contains(i.Type)).Select(i => i.Id).ToListAsync(cancellation);
        return published.Concat(waiting).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<PrintablePage> WaitingAsync(ClaimsPrincipal person, List<string> types, PrintableFilter filter, int skip, CancellationToken cancellation)
    {
        var items = (await access.ForGazetteAsync(person, cancellation)).Where(i => types.Contains(i.Type));
        items = string.IsNullOrEmpty(filter.Agency) ? items : items.Where(i => i.AgencyId == filter.Agency);
        if (filter.From is { } from)
        {
            var start = ChinaClock.StartOf(from);
            items = items.Where(i => i.ModifiedUtc >= start);
        }

        if (filter.To is { } to)
        {
            var end = ChinaClock.StartOf(to.AddDays(1));
            items = items.Where(i => i.ModifiedUtc < end);
        }

        // The number of what is not public stands in its text alone; a search looks at titles.
        if (Words(filter) is { } words)
        {
            items = items.OrderByDescending(i => i.ModifiedUtc).Take(NewestSearched).Where(i => i.Title.Contains(words));
        }

        var found = await items.OrderByDescending(i => i.ModifiedUtc).ThenByDescending(i => i.Id).Skip(skip).Take(PageSize).ToListAsync(cancellation);
        var total = await items.OrderByDescending(i => i.ModifiedUtc).Select(i => i.Id).Take(MostCounted).CountAsync(cancellation);
        var ids = found.ConvertAll(i => i.Id);
        var records = (await db.Set<ContentVersion>().AsNoTracking().Where(v => v.Latest && ids.Contains(v.ItemId)).ToListAsync(cancellation))
            .ToDictionary(v => v.ItemId, v => v.Part<OfficialDocumentPart>(), StringComparer.Ordinal);
        return new(found.ConvertAll(i => new PrintableLine(i.Id, i.Title, records.GetValueOrDefault(i.Id)?.Number, i.AgencyId, i.Type, records.GetValueOrDefault(i.Id)?.FormedOn, i.Stage)), total);
    }

    private async Task<PrintablePage> PublicAsync(List<string> types, PrintableFilter filter, int skip, CancellationToken cancellation)
    {
        var entries = db.Set<CatalogueEntry>().AsNoTracking().Where(e => types.Contains(e.Type));
        entries = string.IsNullOrEmpty(filter.Agency) ? entries : entries.Where(e => e.AgencyId == filter.Agency);
        entries = filter.From is { } from ? entries.Where(e => e.Date >= from) : entries;
        entries = filter.To is { } to ? entries.Where(e => e.Date <= to) : entries;
        entries = await FoundAsync(entries, filter, cancellation);
        if (filter.Unprinted)
        {
            entries = Unprinted(entries);
        }

        var lines = await entries.OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId).Skip(skip).Take(PageSize)
            .Select(e => new PrintableLine(e.ItemId, e.Title, e.Number, e.AgencyId, e.Type, e.Date, VersionStage.Published)).ToListAsync(cancellation);
        return new(lines, await entries.OrderByDescending(e => e.Date).Select(e => e.ItemId).Take(MostCounted).CountAsync(cancellation));
    }

    private IQueryable<CatalogueEntry> Unprinted(IQueryable<CatalogueEntry> entries) =>
        entries.Where(e => !db.Set<PrintedEntry>().Any(p => p.ItemId == e.ItemId));

    private async Task<IQueryable<CatalogueEntry>> FoundAsync(IQueryable<CatalogueEntry> entries, PrintableFilter filter, CancellationToken cancellation)
    {
        if (Words(filter) is not { } words)
        {
            return entries;
        }

        if (DocumentNumber.TryParse(words, out var number))
        {
            var text = number.ToString();
            return entries.Where(e => e.Number == text);
        }

        var ids = await entries.OrderByDescending(e => e.Date).Take(NewestSearched).Where(e => e.Title.Contains(words)).OrderByDescending(e => e.Date).Select(e => e.ItemId).Take(MostChosen).ToListAsync(cancellation);
        var paths = new List<string>();
        foreach (var engine in search)
        {
            paths.AddRange((await engine.SuggestAsync(words, MostChosen, cancellation)).Select(h => h.Path));
        }

        return entries.Where(e => ids.Contains(e.ItemId) || paths.Contains(e.Path));
    }

    private static string? Words(PrintableFilter filter) =>
        filter.Query?.Trim() is { Length: > 0 } query ? query.Length > LongestQuery ? query[..LongestQuery] : query : null;
}
