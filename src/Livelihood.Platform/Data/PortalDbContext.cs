using System.Reflection;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Data;

/// <summary>
/// The one database context. Modules add their tables through <see cref="IModelPart"/>; saving writes the staged audit
/// entries into the hash chain in the same transaction, and refuses a change that nobody accounted for.
/// </summary>
public abstract class PortalDbContext(
    DbContextOptions options, IEnumerable<IModelPart> parts, ICurrentActor actor, ChinaClock clock)
    : IdentityUserContext<Account, Guid>(options)
{
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
                Stage(new AuditDraft(
                    clock.UtcNow, actor.Current, "account.changed", nameof(Account), account.Id.ToString(),
                    new { Changed = changed }));
                return;
            }

            if (entry.Entity is IdentityUserToken<Guid> token)
            {
                Stage(new AuditDraft(
                    clock.UtcNow, actor.Current, "account.token", nameof(Account), token.UserId.ToString(),
                    new { token.Name }));
                return;
            }

            throw new UnaccountedChangeException(entry.Metadata.ClrType);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var part in parts.OrderBy(p => p.GetType().FullName, StringComparer.Ordinal))
        {
            part.Configure(builder, Kind);
        }
    }
}

/// <summary>A row was about to change without an audit entry: a programming error, never a user's.</summary>
public sealed class UnaccountedChangeException(Type entity)
    : InvalidOperationException($"{entity.Name} changed without an audit entry; call IAuditTrail.Record first.");
