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
    private readonly Codes[] _codes = columns.Codes;

    /// <summary>Rows that came, answers or not.</summary>
    public int Rows { get; private set; }

    /// <summary>A document, with the places of each of the plan's terms in it.</summary>
    public void Row(int id, Positions[] places)
    {
        Rows++;
        if ((uint)id >= (uint)_days.Length || _days[id] is not (> 0 and var day)
            || (required is not null && !required.Contains(id)) || (excluded is not null && excluded.Contains(id)))
        {
            return;
        }

        var score = _scorer.Score(places, day, (_codes[id].Flags & Codes.Ended) == 0);
        if (score >= 0)
        {
            _found.Add(id, score);
        }
    }

    public MatchSet Build() => _found.Build();
}
