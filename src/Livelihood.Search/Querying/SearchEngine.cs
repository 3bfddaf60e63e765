using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Matching;
using Livelihood.Search.Suggestions;

namespace Livelihood.Search.Querying;

/// <summary>Answers searches from the index, in one snapshot of it.</summary>
internal sealed class SearchEngine(
    PortalDbContext db, Snapshots snapshots, ColumnsKeeper keeper, AnswerCache cache, AnswerFinder finder, IMatcher matcher, FieldFacets fields, HitReader hits,
    QueryAdvisor advisor, IQueryReading reading, ChinaClock clock) : ISearch
{
    /// <summary>With fewer results another query is offered, if one may have been meant.</summary>
    private const int Few = 3;

    /// <summary>Of documents that the database does not judge: how many of the newest, and of those with the words in the title, are.</summary>
    private const int MostJudged = 100;

    public async Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        var results = await FindAsync(request, cancellation);
        if (!request.MayReadOtherwise || (results.Total >= Few && !results.IsPartial)
            || await advisor.InsteadAsync(request.Query, cancellation) is not { } instead)
        {
            return results;
        }

        if (results.Total > 0)
        {
            return results with { Instead = instead };
        }

        return await FindAsync(request with { Query = await reading.ReadAsync(instead, cancellation) }, cancellation) is { Total: > 0 } meant
            ? meant with { ReadAs = instead }
            : results;
    }

    private async Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellation)
    {
        if (request.Query.IsEmpty)
        {
            return SearchResults.None;
        }

        await using var state = await OpenAsync(cancellation);
        var answer = await AnswerAsync(state, request.Query, isForgiving: false, cancellation);
        if (answer.Set.Count == 0)
        {
            return SearchResults.None;
        }

        var view = await ViewAsync(state, answer, request.Filter, request.Order, cancellation);
        var results = new SearchResults
        {
            Total = view.Total,
            IsTotalExact = answer.Set.IsScored,
            IsPartial = answer.IsPartial,
            LeftOut = answer.LeftOut,
            UnknownNumber = answer.UnknownNumber,
            IsByNumber = answer.IsByNumber,
            Size = request.Size,
        };
        results = results with { Page = Math.Clamp(request.Page, 1, Math.Max(1, results.PageCount)) };
        if (request.Filter.OnlyType is not null)
        {
            results = results with { Fields = await FieldsAsync(state, answer, request.Filter, cancellation) };
        }

        var page = view.First.Take((results.Page - 1) * request.Size, request.Size);
        var marks = new MarkFinder(request.Query, answer.IsByNumber);
        var found = await hits.ReadAsync(page, marks, request.MostPassages, cancellation);
        return results with { Hits = found, Facets = await view.Facets };
    }

    /// <summary>The best documents for a text of which not every word need be found, each with a passage.</summary>
    public async Task<IReadOnlyList<SearchHit>> SuggestAsync(SearchQuery query, int max, CancellationToken cancellation = default)
    {
        if (query.IsEmpty)
        {
            return [];
        }

        await using var state = await OpenAsync(cancellation);
        var answer = await AnswerAsync(state, query, isForgiving: true, cancellation);
        var view = await ViewAsync(state, answer, SearchFilter.None, SearchOrder.Relevance, cancellation);
        return await hits.ReadAsync(view.First.Take(0, max), new MarkFinder(query), most: 1, cancellation);
    }

    private async Task<State> OpenAsync(CancellationToken cancellation)
    {
        var snapshot = await snapshots.OpenAsync(cancellation);
        try
        {
            var columns = snapshot.IsShared
                ? await keeper.CurrentAsync(db, snapshot.Generation, cancellation)
                : await ColumnsKeeper.LoadAsync(db, snapshot.Generation, cancellation);
            return new(snapshot, columns, clock.Today);
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    private async Task<QueryAnswer> AnswerAsync(State state, SearchQuery query, bool isForgiving, CancellationToken cancellation)
    {
        var key = (isForgiving ? "~" : "=") + query.Text;
        if (state.IsShared && cache.Find(key, state.Generation, state.Today) is { } known)
        {
            return known;
        }

        var answer = isForgiving
            ? await finder.ForgivingAsync(query, state.Columns, state.Today, cancellation)
            : await finder.FindAsync(query, state.Columns, state.Today, cancellation);
        if (state.IsShared)
        {
            cache.Keep(key, state.Generation, state.Today, answer);
        }

        return answer;
    }

    private async Task<ResultView> ViewAsync(
        State state, QueryAnswer answer, SearchFilter filter, SearchOrder order, CancellationToken cancellation)
    {
        var key = $"{order}\n{filter.Key}";
        if (answer.View(key) is { } known)
        {
            return known;
        }

        var values = await fields.HavingAsync(filter, state.Columns, state.Generation, cancellation);
        var mask = new FilterMask(state.Columns, filter, values);
        var view = ResultView.Of(answer, order, state.Columns, mask);
        if (!answer.Set.IsScored)
        {
            var (first, isChecked) = await JudgedAsync(state, answer, mask, order, view.First.All(), cancellation);
            view = view with { First = FirstFew.Of(first), Total = isChecked ? first.Count : view.Total };
        }

        answer.Keep(key, view);
        return view;
    }

    /// <summary>
    /// Puts the most promising documents in order by their texts; those that are no answer after all are left out. Where most are
    /// none (the terms are there, but not together), nothing is shown that was not looked at.
    /// </summary>
    private async Task<(IReadOnlyList<int> First, bool IsChecked)> JudgedAsync(
        State state, QueryAnswer answer, FilterMask mask, SearchOrder order, IReadOnlyList<int> first, CancellationToken cancellation)
    {
        async Task<List<int>> JudgeAsync(List<int> ids)
        {
            var scores = await matcher.JudgeAsync(answer.Plan, ids, state.Columns, state.Today, cancellation);
            var isAnswer = ids.Where(id => scores.GetValueOrDefault(id, -1) >= 0);
            return order == SearchOrder.Relevance
                ? [.. isAnswer.OrderByDescending(id => scores[id]).ThenByDescending(id => state.Columns.DayOf(id)).ThenByDescending(id => id)]
                : [.. isAnswer];
        }

        var promising = order == SearchOrder.Relevance
            ? answer.Set.InTitle.Where(mask.Has).OrderByDescending(state.Columns.DayOf).ThenByDescending(id => id).Take(MostJudged)
                .Union(first.Take(MostJudged)).ToList()
            : first.Take(MostJudged).ToList();
        var judged = await JudgeAsync(promising);
        var rest = first.Except(promising);
        return 2 * judged.Count >= promising.Count
            ? ([.. judged.Concat(rest).Take(ResultView.Most)], false)
            : (await JudgeAsync([.. promising.Concat(rest)]), true);
    }

    private async Task<IReadOnlyList<FieldFacet>> FieldsAsync(State state, QueryAnswer answer, SearchFilter filter, CancellationToken cancellation)
    {
        var (found, mask) = (new IdSet(state.Columns.Limit), new FilterMask(state.Columns, filter with { Values = [] }, fields: null));
        for (var reader = answer.Set.Read(mask, isRanked: false); reader.Next() is { IsEmpty: false } some;)
        {
            foreach (var match in some)
            {
                found.Add(match.Id);
            }
        }

        return await fields.CountAsync(filter, id => found.Contains(id), state.Columns, state.Generation, cancellation);
    }

    private sealed record State(Snapshot Snapshot, DocumentColumns Columns, DateOnly Today) : IAsyncDisposable
    {
        public bool IsShared => Snapshot.IsShared;

        public long Generation => Snapshot.Generation;

        public ValueTask DisposeAsync() => Snapshot.DisposeAsync();
    }
}
