using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Alerts;

/// <summary>
/// A search that somebody is told of by e-mail when it finds something new. The address is personal data: encrypted here,
/// masked on pages, gone with the row when the subscription ends.
/// </summary>
internal sealed class SearchAlert
{
    /// <summary>Characters of a query with its filter.</summary>
    public const int LongestQuery = 2000;

    /// <summary>Characters of its description.</summary>
    public const int LongestTitle = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The e-mail address, encrypted.</summary>
    public required string Address { get; init; }

    /// <summary>Where the portal was reached, without a slash at the end: mails are written without a request that says so.</summary>
    public required string Root { get; init; }

    /// <summary>The search as the page's address has it, escaped, with its question mark.</summary>
    public required string Query { get; init; }

    /// <summary>The search in words.</summary>
    public required string Title { get; init; }

    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>When the receiver agreed; null until then.</summary>
    public DateTimeOffset? ConfirmedUtc { get; set; }

    /// <summary>When to look for new results next.</summary>
    public DateTimeOffset DueUtc { get; set; }
}

/// <summary>A document that a receiver was told of, so that it is told once.</summary>
[Unaudited("Follows from the mail, which is audited.")]
internal sealed class SearchAlertItem
{
    public Guid AlertId { get; init; }

    public required string ItemId { get; init; }
}

/// <summary>The tables of subscriptions.</summary>
internal sealed class AlertTablesPart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<SearchAlert>(alert =>
        {
            alert.ToTable("search_alerts");
            alert.Property(a => a.Root).HasMaxLength(300);
            alert.Property(a => a.Query).HasMaxLength(SearchAlert.LongestQuery);
            alert.Property(a => a.Title).HasMaxLength(SearchAlert.LongestTitle);
            alert.HasIndex(a => a.DueUtc).HasFilter("\"ConfirmedUtc\" IS NOT NULL");
            alert.HasIndex(a => a.CreatedUtc).HasFilter("\"ConfirmedUtc\" IS NULL");
        });
        model.Entity<SearchAlertItem>(item =>
        {
            item.ToTable("search_alert_items");
            item.HasKey(i => new { i.AlertId, i.ItemId });
            item.Property(i => i.ItemId).HasMaxLength(26);
            item.HasOne<SearchAlert>().WithMany().HasForeignKey(i => i.AlertId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
