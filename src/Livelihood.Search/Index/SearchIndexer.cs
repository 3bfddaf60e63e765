using Livelihood.Content.Publication;
using Livelihood.Search.Domain.Indexing;

namespace Livelihood.Search.Index;

/// <summary>Keeps the index in step with publication, in the same transaction.</summary>
internal sealed class SearchIndexer(ISearchIndex index) : IContentHandler
{
    public Task PublishedAsync(PublishedContent content, CancellationToken cancellation) =>
        index.WriteAsync(IndexEntry.Of(content), cancellation);

    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) => index.RemoveAsync(itemId, cancellation);

    public Task TextChangedAsync(PublishedContent content, CancellationToken cancellation) => PublishedAsync(content, cancellation);
}
