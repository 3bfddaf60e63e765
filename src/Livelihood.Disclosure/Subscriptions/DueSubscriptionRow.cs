using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Subscriptions;

/// <summary>That an account has a secret address at which a calendar program reads what is due; one to an account.</summary>
public sealed class DueSubscriptionRow
{
    /// <summary>The account, by whose rights of the moment each reading is decided.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The hash of the address's secret part, see <see cref="SubscriptionSecret"/>.</summary>
    public required string Hash { get; set; }

    /// <summary>Whether it holds what is due in the agencies that the account leads or supervises; otherwise what the account is responsible for.</summary>
    public required bool OfAgencies { get; set; }

    /// <summary>When the address was made.</summary>
    public required DateTimeOffset MadeUtc { get; set; }

    /// <summary>The last day on which it was read, or null. To the day, so that reading costs no write each time.</summary>
    public DateOnly? LastReadOn { get; set; }
}

/// <summary>The table of subscriptions.</summary>
internal sealed class DueSubscriptionTable : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<DueSubscriptionRow>(subscription =>
    {
        subscription.ToTable("disclosure_due_subscriptions");
        subscription.HasKey(s => s.AccountId);
        subscription.Property(s => s.Hash).HasMaxLength(64);
        subscription.HasIndex(s => s.Hash).IsUnique();
        subscription.HasOne<Account>().WithOne().HasForeignKey<DueSubscriptionRow>(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    });
}
