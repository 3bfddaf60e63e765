using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Ranking;

namespace Livelihood.Search.Matching;

/// <summary>Judges the rows of a plan as they come.</summary>
/// <param name="plan">The plan.</param>
/// <param name="columns">What is known of documents.</param>
/// <param name="today">The day from which age is reckoned.</param>
/// <param name="required">Only these; null: any.</param>
/// <param name="excluded">None of these; null: any.</param>
internal sealed class ScoringCollector(MatchPlan plan, DocumentColumns columns, DateOnly today, IdSet? required, IdSet? excluded)
{
    private readonly DocumentScorer _scorer = new(plan, today);
    private readonly MatchSetBuilder _found = new();
    private readonly int[] _days = columns.Days;

    /// <summary>A document, with the places of each of the plan's terms in it.</summary>
    public void Row(int id, Positions[] places)
    {
        var day = (uint)id < (uint)_days.Length ? _days[id] : 0;
        if (day == 0 || (required is not null && !required.Contains(id)) || (excluded is not null && excluded.Contains(id)))
        {
            return;
        }

        var score = _scorer.Score(places, Math.Abs(day), isInForce: day > 0);
        if (score >= 0)
        {
            _found.Add(id, score);
        }
    }

    /// <summary>All answers, with those of collectors of later rows, in their order.</summary>
    public MatchSet Build(params IEnumerable<ScoringCollector?> later) => _found.Build([.. later.OfType<ScoringCollector>().Select(l => l._found)]);
}
