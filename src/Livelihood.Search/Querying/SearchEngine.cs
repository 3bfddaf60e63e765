using System.Text.Json;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Documents;
using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>Answers searches from the index, in one snapshot of it.</summary>
internal sealed class SearchEngine(PortalDbContext db, SelectionSql sql, Snapshots snapshots, SelectionPlanner planner, ChinaClock clock)
    : ISearch
{
    /// <summary>Documents that are ranked with care; what lies beyond follows by date.</summary>
    private const int MostRanked = 200;

    /// <summary>Of these, places kept for documents with the words in the title.</summary>
    private const int MostByTitle = 100;

    public async Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        if (request.Query.IsEmpty)
        {
            return SearchResults.None;
        }

        await using var snapshot = await snapshots.OpenAsync(cancellation);
        await foreach (var plan in planner.PlansAsync(request.Query, cancellation))
        {
            var cube = await CountAsync(plan.Selection, [], cancellation);
            if (!cube.IsEmpty)
            {
                var narrowed = request.Filter.Values.Count == 0 ? cube : await CountAsync(plan.Selection, request.Filter.Values, cancellation);
                return await AnswerAsync(request, plan, cube, narrowed, cancellation);
            }
        }

        return SearchResults.None;
    }

    /// <summary>The best documents for a text of which not every word need be found.</summary>
    public async Task<IReadOnlyList<SearchHit>> SuggestAsync(SearchQuery query, int max, CancellationToken cancellation = default)
    {
        if (query.IsEmpty)
        {
            return [];
        }

        await using var snapshot = await snapshots.OpenAsync(cancellation);
        if (await planner.ForgivingAsync(query, cancellation) is not { } plan)
        {
            return [];
        }

        var ranked = await RankAsync(new(query, new()), plan, cancellation);
        return await HitsAsync([.. ranked.Take(max)], cancellation);
    }

    private async Task<SearchResults> AnswerAsync(
        SearchRequest request, SelectionPlan plan, FacetCube cube, FacetCube narrowed, CancellationToken cancellation)
    {
        var results = new SearchResults
        {
            Total = narrowed.Total(request.Filter),
            IsTotalExact = sql.IsExact(plan.Selection, cube.Unfiltered),
            IsPartial = plan.IsPartial,
            IsByNumber = plan.IsByNumber,
            // A type's own fields say nothing of other types.
            Facets = narrowed.Counts(request.Filter) with { Types = cube.Counts(request.Filter).Types },
            Size = request.Size,
        };
        results = results with { Page = Math.Clamp(request.Page, 1, Math.Max(1, results.PageCount)) };
        if (request.Filter.Type is not null)
        {
            results = results with { Fields = await FieldFacets.CountAsync(db, request.Filter, Matching(request with { Filter = request.Filter with { Values = [] } }, plan), cancellation) };
        }

        var first = (results.Page - 1) * request.Size;
        var ids = request.Order switch
        {
            SearchOrder.Newest => await NewestAsync(Matching(request, plan), first, request.Size, cancellation),
            SearchOrder.Published => await LastPublishedAsync(Matching(request, plan), first, request.Size, cancellation),
            _ => await RankedPageAsync(request, plan, first, cancellation),
        };
        return results with { Hits = await HitsAsync(ids, cancellation) };
    }

    private async Task<List<long>> RankedPageAsync(
        SearchRequest request, SelectionPlan plan, int first, CancellationToken cancellation)
    {
        var ranked = await RankAsync(request, plan, cancellation);
        var page = ranked.Skip(first).Take(request.Size).ToList();
        if (page.Count < request.Size)
        {
            var rest = Matching(request, plan).Where(d => !ranked.Contains(d.Id));
            page.AddRange(await NewestAsync(
                rest, Math.Max(0, first - ranked.Count), request.Size - page.Count, cancellation));
        }

        return page;
    }

    private async Task<FacetCube> CountAsync(
        Selection selection, IReadOnlyList<(string Field, string Value)> values, CancellationToken cancellation)
    {
        var cells = await Matches(selection)
            .Join(FieldFacets.Having(db, db.Set<SearchDocument>(), values), m => m.Id, d => d.Id, (m, d) => d)
            .GroupBy(d => new { d.Type, d.AgencyId, d.Year, d.IsInForce })
            .Select(g => new CubeCell(g.Key.Type, g.Key.AgencyId, g.Key.Year, g.Key.IsInForce, g.Count()))
            .ToListAsync(cancellation);
        return new(cells);
    }

    /// <summary>The documents worth ranking, best first: with the number, with the words in the title, the weightiest and newest.</summary>
    private async Task<List<long>> RankAsync(SearchRequest request, SelectionPlan plan, CancellationToken cancellation)
    {
        var matching = Matching(request, plan);
        var ids = new HashSet<long>();
        foreach (var number in request.Query.Numbers.Take(1))
        {
            ids.UnionWith(await NewestAsync(WithNumber(matching, number), 0, MostByTitle, cancellation));
        }

        if (plan.Selection is Selection.All all && sql.SelectByTitle(all.Conditions) is { } title)
        {
            var inTitle = matching.Join(db.Database.SqlQueryRaw<TitleMatch>(title.Text, title.Parameters), d => d.Id, t => t.Id, (d, t) => d);
            ids.UnionWith(await NewestAsync(inTitle, 0, MostByTitle, cancellation));
        }

        ids.UnionWith(await WeightiestAsync(request, plan, cancellation));
        var candidates = await CandidatesAsync(ids, cancellation);
        var ranker = new Ranker(request.Query, clock.Today, plan.Weights);
        return [.. ranker.Rank(plan.IsPartial || plan.IsByNumber ? candidates : candidates.Where(ranker.HasAllWhole)).Select(r => r.Candidate.Id)];
    }

    private IQueryable<Match> Matches(Selection selection)
    {
        var select = sql.Select(selection);
        return db.Database.SqlQueryRaw<Match>(select.Text, select.Parameters);
    }

    private IQueryable<SearchDocument> Matching(SearchRequest request, SelectionPlan plan) =>
        Narrow(db.Set<SearchDocument>(), request.Filter).Join(Matches(plan.Selection), d => d.Id, m => m.Id, (d, m) => d);

    private Task<List<long>> WeightiestAsync(SearchRequest request, SelectionPlan plan, CancellationToken cancellation) =>
        Narrow(db.Set<SearchDocument>(), request.Filter)
            .Join(Matches(plan.Selection), d => d.Id, m => m.Id, (d, m) => new { d.Id, d.Date, m.Weight })
            .OrderByDescending(d => d.Weight).ThenByDescending(d => d.Date).ThenByDescending(d => d.Id)
            .Take(MostRanked).Select(d => d.Id).ToListAsync(cancellation);

    private static Task<List<long>> NewestAsync(IQueryable<SearchDocument> documents, int skip, int take, CancellationToken cancellation) =>
        documents.OrderByDescending(d => d.Date).ThenByDescending(d => d.Id).Skip(skip).Take(take).Select(d => d.Id).ToListAsync(cancellation);

    private Task<List<long>> LastPublishedAsync(IQueryable<SearchDocument> documents, int skip, int take, CancellationToken cancellation) =>
        documents.Join(db.Set<CatalogueEntry>(), d => d.ItemId, e => e.ItemId, (d, e) => new { d.Id, e.PublishedUtc })
            .OrderByDescending(r => r.PublishedUtc).ThenByDescending(r => r.Id).Skip(skip).Take(take).Select(r => r.Id).ToListAsync(cancellation);

    private IQueryable<SearchDocument> Narrow(IQueryable<SearchDocument> documents, SearchFilter filter) => FieldFacets.Having(db, documents, filter.Values)
        .Where(d => filter.Type == null || d.Type == filter.Type)
        .Where(d => filter.AgencyId == null || d.AgencyId == filter.AgencyId)
        .Where(d => filter.Year == null || d.Year == filter.Year)
        .Where(d => filter.IsInForce == null || d.IsInForce == filter.IsInForce);

    private static IQueryable<SearchDocument> WithNumber(IQueryable<SearchDocument> documents, DocumentNumberQuery number)
    {
        var code = number.AgencyCode is { } agency ? NumberTerms.Code(agency) : null;
        return documents
            .Where(d => d.NumberSerial == number.Serial)
            .Where(d => number.Year == null || d.NumberYear == number.Year)
            .Where(d => code == null || d.NumberCode == code);
    }

    private async Task<List<Candidate>> CandidatesAsync(HashSet<long> ids, CancellationToken cancellation)
    {
        var rows = await db.Set<SearchDocument>().Where(d => ids.Contains(d.Id))
            .Join(db.Set<SearchText>(), d => d.Id, t => t.DocumentId, (d, t) => new
            {
                d.Id, d.Date, d.IsInForce, d.NumberCode, d.NumberYear, d.NumberSerial, t.Title, t.Headings, t.Text,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new Candidate(r.Id, r.Title, r.Headings, r.Text, r.Date, r.IsInForce,
                r is { NumberCode: { } code, NumberSerial: { } serial } ? new DocumentNumber(code, r.NumberYear, serial) : null)),
        ];
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(List<long> ids, CancellationToken cancellation)
    {
        var rows = await db.Set<SearchDocument>().AsNoTracking().Where(d => ids.Contains(d.Id))
            .Join(db.Set<SearchText>(), d => d.Id, t => t.DocumentId, (d, t) => new { d.Id, d.ItemId, t.Sections })
            .Join(db.Set<CatalogueEntry>(), r => r.ItemId, c => c.ItemId, (r, c) => new { r.Id, r.Sections, Entry = c })
            .ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(r => ids.IndexOf(r.Id))
                .Select(r => new SearchHit(r.Entry, JsonSerializer.Deserialize<List<TextSection>>(r.Sections) ?? [])),
        ];
    }

    private sealed record Match(long Id, double Weight);

    private sealed record TitleMatch(long Id);
}
