using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Livelihood.Search.Querying;

/// <summary>
/// Keeps answers for as long as the index does not change. Bounded by size: the least recently used make room. One for the
/// whole process.
/// </summary>
internal sealed class AnswerCache : IDisposable
{
    private const long MostBytes = 48L << 20;

    private readonly MemoryCache _answers = new(Options.Create(new MemoryCacheOptions { SizeLimit = MostBytes }));

    public void Dispose() => _answers.Dispose();

    /// <summary>The answer of this query to this state of the index on this day, or null.</summary>
    public QueryAnswer? Find(string query, long generation, DateOnly today) => _answers.Get<QueryAnswer>((query, generation, today));

    /// <summary>Keeps an answer.</summary>
    public void Keep(string query, long generation, DateOnly today, QueryAnswer answer)
    {
        using var entry = _answers.CreateEntry((query, generation, today));
        entry.Size = answer.Set.Size + 2000;
        entry.SlidingExpiration = TimeSpan.FromMinutes(10);
        entry.Value = answer;
    }
}
