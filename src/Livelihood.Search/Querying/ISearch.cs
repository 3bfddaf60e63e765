namespace Livelihood.Search.Querying;

/// <summary>Answers searches. What is shown comes from the public catalogue, so that nothing can appear that is not published.</summary>
public interface ISearch
{
    /// <summary>Finds what a reader asked for. Any query has an answer; an empty one has <see cref="SearchResults.None"/>.</summary>
    Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellation = default);
}
