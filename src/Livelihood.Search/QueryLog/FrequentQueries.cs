using Livelihood.Search.Suggestions;

namespace Livelihood.Search.QueryLog;

/// <summary>Queries of the last quarter that several asked and whose results were opened.</summary>
internal sealed class FrequentQueries(QueryLogReport report) : ISuggestionSource
{
    private const int Days = 90;

    public async Task<IReadOnlyList<string>> FrequentAsync(CancellationToken cancellation) =>
        [.. (await report.UsefulAsync(Days, QueryLogReport.MostLines, cancellation)).Select(q => q.Text)];
}
