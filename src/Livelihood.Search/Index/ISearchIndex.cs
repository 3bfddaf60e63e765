using Livelihood.Search.Domain.Indexing;

namespace Livelihood.Search.Index;

/// <summary>Writes the index, inside the transaction that is open.</summary>
internal interface ISearchIndex
{
    /// <summary>Enters an item or replaces its entry, unless the entry is of a newer version or the item is not published any more.</summary>
    Task WriteAsync(IndexEntry entry, CancellationToken cancellation);

    /// <summary>Takes an item out. Does nothing where it is not in.</summary>
    Task RemoveAsync(string itemId, CancellationToken cancellation);

    /// <summary>Takes out what is not published, and what belongs to no entry.</summary>
    Task SweepAsync(CancellationToken cancellation);
}
