using Livelihood.Disclosure.Data;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Keeping;

/// <summary>For how long personal data of requests are kept, from a day on; rows are only ever added.</summary>
public sealed class KeepingRuleRow
{
    /// <summary>1, 2, 3 …; 0 is the delivered rule, which has no row.</summary>
    public required int Version { get; init; }

    /// <summary>Years after the end of a request; 0: for ever.</summary>
    public required int Years { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedUtc { get; init; }

    /// <summary>Who saved it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}

/// <summary>That the personal data of a request were deleted after their time; rows are only ever added.</summary>
public sealed class ErasureRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>By which rule: its years.</summary>
    public required int Years { get; init; }

    /// <summary>By which rule: its version.</summary>
    public required int RuleVersion { get; init; }
}

/// <summary>Who was consulted, encrypted; apart from the event, which stays for ever, so that it can be deleted after its time.</summary>
public sealed class EventPartyRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The event.</summary>
    public required int Sequence { get; init; }

    /// <summary>The encrypted name.</summary>
    public required string Protected { get; init; }
}

/// <summary>The tables of keeping times, and the index by which readings of personal data are found in the audit chain.</summary>
internal sealed class KeepingTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<KeepingRuleRow>(rule =>
        {
            rule.ToTable("disclosure_keeping_rules");
            rule.HasKey(r => r.Version);
            rule.Property(r => r.Version).ValueGeneratedNever();
            rule.Property(r => r.Actor).HasMaxLength(100);
        });
        model.Entity<ErasureRow>(erasure =>
        {
            erasure.ToTable("disclosure_erasures");
            erasure.HasKey(e => e.RequestId);
            erasure.HasOne<DisclosureRequest>().WithOne().HasForeignKey<ErasureRow>(e => e.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventPartyRow>(party =>
        {
            party.ToTable("disclosure_event_parties");
            party.HasKey(p => new { p.RequestId, p.Sequence });
            party.HasOne<RequestEventRow>().WithOne().HasForeignKey<EventPartyRow>(p => new { p.RequestId, p.Sequence }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AuditEntry>().HasIndex(e => new { e.Action, e.Sequence });
        model.Entity<DisclosureRequest>().HasIndex(r => new { r.State, r.EndedOn });
    }
}
