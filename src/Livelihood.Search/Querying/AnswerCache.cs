namespace Livelihood.Search.Querying;

/// <summary>Keeps answers for as long as the index does not change. One for the whole process.</summary>
internal sealed class AnswerCache
{
    private const long MostBytes = 4L << 20;

    private readonly Lock _gate = new();
    private readonly LatelyUsed<(string Query, DateOnly Today), QueryAnswer> _answers = new(MostBytes);
    private long _generation;

    /// <summary>The answer of this query to this state of the index on this day, or null.</summary>
    public QueryAnswer? Find(string query, long generation, DateOnly today)
    {
        lock (_gate)
        {
            return generation == _generation && _answers.TryUse((query, today), out var answer) ? answer : null;
        }
    }

    /// <summary>Keeps an answer, unless it is of an older state than others.</summary>
    public void Keep(string query, long generation, DateOnly today, QueryAnswer answer)
    {
        lock (_gate)
        {
            if (generation > _generation)
            {
                _answers.Clear();
                _generation = generation;
            }

            if (generation == _generation)
            {
                _answers.Keep((query, today), answer, answer.Size);
            }
        }
    }
}
