namespace Livelihood.Search.Suggestions;

/// <summary>Gives queries that others asked often and then opened a result of; they are suggested beside titles.</summary>
public interface ISuggestionSource
{
    /// <summary>The queries, the most frequent first; at most a few hundred, none with anything personal in it.</summary>
    Task<IReadOnlyList<string>> FrequentAsync(CancellationToken cancellation);
}
