using Livelihood.Disclosure.Data;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Citizens;

/// <summary>
/// A request that a citizen's account collects. It goes with the account; the request stays. A request can be in two
/// accounts: whoever knows number and query code may collect it.
/// </summary>
public sealed class CollectedRequest
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset AddedUtc { get; init; }
}

/// <summary>The table of collected requests.</summary>
internal sealed class CollectedRequestsPart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<CollectedRequest>(collected =>
    {
        collected.ToTable("citizen_requests");
        collected.HasKey(c => new { c.AccountId, c.RequestId });
        collected.HasIndex(c => new { c.AccountId, c.AddedUtc });
        collected.HasOne<CitizenAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        collected.HasOne<DisclosureRequest>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Restrict);
    });
}
