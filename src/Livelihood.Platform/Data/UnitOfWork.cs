using Microsoft.EntityFrameworkCore.Storage;

namespace Livelihood.Platform.Data;

/// <summary>
/// A transaction, or a place inside one that is already open. Disposing without <see cref="CommitAsync"/> rolls the
/// outermost unit back, and what was staged for it is dropped.
/// </summary>
/// <param name="transaction">The transaction that this unit began, or null.</param>
/// <param name="rolledBack">Called where the transaction ends without a commit.</param>
public sealed class UnitOfWork(IDbContextTransaction? transaction, Action rolledBack) : IAsyncDisposable
{
    private bool _committed;

    /// <summary>Commits where this unit began the transaction; otherwise leaves that to whoever did.</summary>
    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        _committed = true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (transaction is null)
        {
            return;
        }

        await transaction.DisposeAsync();
        if (!_committed)
        {
            rolledBack();
        }
    }
}
