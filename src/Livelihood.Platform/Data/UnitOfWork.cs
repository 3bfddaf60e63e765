using Microsoft.EntityFrameworkCore.Storage;

namespace Livelihood.Platform.Data;

/// <summary>
/// A transaction, or a place inside one that is already open. Disposing without <see cref="CommitAsync"/> rolls the
/// outermost unit back.
/// </summary>
public sealed class UnitOfWork(IDbContextTransaction? transaction) : IAsyncDisposable
{
    /// <summary>Commits where this unit began the transaction; otherwise leaves that to whoever did.</summary>
    public Task CommitAsync(CancellationToken cancellation = default) =>
        transaction?.CommitAsync(cancellation) ?? Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => transaction?.DisposeAsync() ?? ValueTask.CompletedTask;
}
