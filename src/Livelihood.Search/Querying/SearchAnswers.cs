using System.Globalization;
using Livelihood.Content.Publication;

namespace Livelihood.Search.Querying;

/// <summary>Answers programs with what the page shows people.</summary>
internal sealed class SearchAnswers(ISearch search, IQueryReading reading, FilterReading filters) : ISearchAnswers
{
    private const int MostFacetValues = 100;

    public async Task<SearchAnswer> AnswerAsync(SearchQuestion question, CancellationToken cancellation = default)
    {
        var query = await reading.ReadAsync(question.Text, cancellation);
        var (filter, wrong) = await filters.ReadAsync(question.Filter, cancellation);
        var problems = Complete(wrong, question, query.IsEmpty ? query.Notices : []);
        if (query.IsEmpty)
        {
            problems.TryAdd("q", ["请写出要查找的词、文号或者一句话，例如 q=断头路。要列出全部，请用 /api/v1/items。"]);
        }

        if (problems.Count > 0)
        {
            return new() { Problems = problems };
        }

        var results = await search.SearchAsync(new(query, filter, SearchOrders.Of(question.Sort), question.Page, question.Size), cancellation);
        return new()
        {
            Notices = results.UnknownNumber is { } unknown ? [.. query.Notices, $"这里没有文号是“{unknown}”的文件。"] : query.Notices,
            Total = results.Total,
            IsTotalExact = results.IsTotalExact,
            IsPartial = results.IsPartial,
            Page = question.Page,
            PageCount = results.PageCount,
            Hits = question.Page > results.PageCount
                ? []
                : [.. results.Hits.Select(h => new AnswerHit(h.Entry, [.. h.Passages.Select(p => new AnswerPassage(p.Anchor, p.Heading, p.Text))]))],
            Facets = FacetsOf(results),
        };
    }

    private static Dictionary<string, string[]> Complete(IReadOnlyDictionary<string, string[]> problems, SearchQuestion question, IReadOnlyList<string> notices)
    {
        var all = new Dictionary<string, string[]>(problems, StringComparer.Ordinal);
        if (question.Sort is { Length: > 0 } sort && SearchOrders.Known(sort) is null)
        {
            all["sort"] = [$"没有“{sort}”这种排序。可以用：newest（新的在前）、number（按文号）；不写则相关的在前。"];
        }

        if (notices.Count > 0)
        {
            all["q"] = [.. notices];
        }

        return all;
    }

    private static Dictionary<string, IReadOnlyList<AnswerFacet>> FacetsOf(SearchResults results)
    {
        var counts = results.Facets;
        var facets = new Dictionary<string, IReadOnlyList<AnswerFacet>>(StringComparer.Ordinal)
        {
            [FilterNames.Type] = Of(counts.Types, t => t),
            [FilterNames.Agency] = Of(counts.Agencies, a => a),
            [FilterNames.Year] = Of(counts.Years, y => y.ToString(CultureInfo.InvariantCulture)),
            [FilterNames.Validity] = Of(counts.InForce, v => v ? FilterNames.Current : FilterNames.Ended),
            [FilterNames.Topic] = Of(counts.Topics, t => t),
            [FilterNames.Category] = Of(counts.Categories, c => c),
            [FilterNames.Issue] = Of(counts.Issues, i => i),
        };
        foreach (var own in results.Fields)
        {
            facets[FilterNames.Field + own.Field] = Of(own.Values, v => v);
        }

        return facets;
    }

    private static List<AnswerFacet> Of<T>(IReadOnlyList<FacetCount<T>> counts, Func<T, string> value) =>
        [.. counts.Take(MostFacetValues).Select(c => new AnswerFacet(value(c.Value), c.Count))];
}
