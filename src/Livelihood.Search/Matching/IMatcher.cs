using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching;

/// <summary>Asks the terms of one kind of database, on the connection and in the snapshot that are open.</summary>
internal interface IMatcher
{
    /// <summary>All documents that answer a plan. Those that are not in <paramref name="columns"/> are left out.</summary>
    Task<MatchSet> MatchAsync(MatchPlan plan, DocumentColumns columns, DateOnly today, CancellationToken cancellation);

    /// <summary>The scores of documents of a set that is not scored yet; what is no answer after all has <see cref="Domain.Ranking.DocumentScorer.None"/>.</summary>
    Task<IReadOnlyDictionary<int, float>> JudgeAsync(
        MatchPlan plan, IReadOnlyCollection<int> ids, DocumentColumns columns, DateOnly today, CancellationToken cancellation);

    /// <summary>For each phrase how many documents have all its terms, counted up to <paramref name="most"/>.</summary>
    Task<IReadOnlyList<int>> CountAsync(
        IReadOnlyList<IReadOnlyList<string>> phrases, int most, DocumentColumns columns, CancellationToken cancellation);
}
