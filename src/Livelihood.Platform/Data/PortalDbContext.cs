using System.Reflection;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Data;

/// <summary>
/// The one database context. Modules add their tables through <see cref="IModelPart"/>; saving writes the staged audit
/// entries into the hash chain in the same transaction, and refuses a change that nobody accounted for. Contexts are lent: to make
/// one takes a tenth of a millisecond, as long as several queries, so that it is used again by another scope when one has ended.
/// Nothing may be kept in it beyond that, and it has no services but those of the whole program.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    private readonly IServiceProvider _services = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
        ?? throw new InvalidOperationException("The options must name the program's services.");
    private readonly List<AuditDraft> _staged = [];

    /// <summary>The database behind this context.</summary>
    public abstract DatabaseKind Kind { get; }

    /// <summary>The hash of the last audit entry that this context wrote, or null.</summary>
    public string? LastAuditHash { get; private set; }

    /// <summary>Stages an audit entry for the next save.</summary>
    internal void Stage(AuditDraft entry) => _staged.Add(entry);

    /// <summary>Joins the transaction that is open, or begins one. Only the outermost unit commits.</summary>
    public async Task<UnitOfWork> BeginUnitAsync(CancellationToken cancellation = default) =>
        Database.CurrentTransaction is null
            ? new UnitOfWork(await Database.BeginTransactionAsync(cancellation), _staged.Clear)
            : new UnitOfWork(transaction: null, _staged.Clear);

    /// <inheritdoc />
    public override void Dispose()
    {
        Forget();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        Forget();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Not supported: every write of the portal is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc />
    /// <exception cref="UnaccountedChangeException">A row changed and no audit entry was staged.</exception>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RequireAuditEntry();
        if (_staged.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var unit = await BeginUnitAsync(cancellationToken);
        var entries = await AuditChain.AppendAsync(this, _staged, cancellationToken);
        try
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await unit.CommitAsync(cancellationToken);
            LastAuditHash = entries[^1].Hash;
            _staged.Clear();
            return rows;
        }
        catch
        {
            entries.ForEach(e => Entry(e).State = EntityState.Detached);
            throw;
        }
    }

    /// <summary>Leaves nothing to whoever uses the context next.</summary>
    private void Forget()
    {
        _staged.Clear();
        LastAuditHash = null;
    }

    private void StageAccount(string action, Guid account, object details) => Stage(new(
        _services.GetRequiredService<ChinaClock>().UtcNow, _services.GetRequiredService<ICurrentActor>().Current,
        action, nameof(Account), account.ToString(), details));

    private void RequireAuditEntry()
    {
        if (_staged.Count > 0)
        {
            return;
        }

        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)
                || entry.Metadata.ClrType.IsDefined(typeof(UnauditedAttribute))
                || entry.Metadata.IsOwned())
            {
                continue;
            }

            if (entry.Entity is Account account)
            {
                // Identity saves on its own (failed sign-ins, security stamps): the names of what changed are entered.
                var changed = entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name);
                StageAccount("account.changed", account.Id, new { Changed = changed });
                return;
            }

            if (entry.Entity is IdentityUserToken<Guid> token)
            {
                StageAccount("account.token", token.UserId, new { token.Name });
                return;
            }

            throw new UnaccountedChangeException(entry.Metadata.ClrType);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var part in _services.GetServices<IModelPart>().OrderBy(p => p.GetType().FullName, StringComparer.Ordinal))
        {
            part.Configure(builder, Kind);
        }
    }
}

/// <summary>A row was about to change without an audit entry: a programming error, never a user's.</summary>
public sealed class UnaccountedChangeException(Type entity)
    : InvalidOperationException($"{entity.Name} changed without an audit entry; call IAuditTrail.Record first.");
