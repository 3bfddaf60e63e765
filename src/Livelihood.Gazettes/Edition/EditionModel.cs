using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Edition;

/// <summary>The tables of editions.</summary>
internal sealed class EditionModel : IModelPart
{
    private const int HashLength = 64;

    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<GazetteEdition>(edition =>
        {
            edition.ToTable("gazette_editions");
            edition.Ignore(e => e.Files);
            edition.Property(e => e.IssueId).HasMaxLength(ContentId.Length);
            edition.Property(e => e.Key).HasMaxLength(HashLength);
            edition.Property(e => e.State).HasConversion<string>().HasMaxLength(16);
            edition.Property(e => e.Message).HasMaxLength(500);
            edition.Property(e => e.PdfHash).HasMaxLength(HashLength);
            edition.Property(e => e.WordHash).HasMaxLength(HashLength);
            edition.Property(e => e.ArchiveHash).HasMaxLength(HashLength);
            // Of two nodes that take up the same edition, one is refused here.
            edition.HasIndex(e => new { e.IssueId, e.Key, e.Layout, e.Round }).IsUnique();
            edition.HasIndex(e => e.DueUtc, "gazette_editions_to_make").HasFilter("\"State\" <> 'Done' AND \"State\" <> 'Failed'");
            edition.HasIndex(e => e.PdfHash);
            edition.HasIndex(e => e.WordHash);
            edition.HasIndex(e => e.ArchiveHash);
            edition.HasOne<ContentItem>().WithMany().HasForeignKey(e => e.IssueId);
            edition.HasMany(e => e.Entries).WithOne().HasForeignKey(e => e.EditionId);
        });
        model.Entity<EditionEntry>(entry =>
        {
            entry.ToTable("gazette_edition_entries");
            entry.HasKey(e => new { e.EditionId, e.Order });
            entry.Property(e => e.ItemId).HasMaxLength(ContentId.Length);
            entry.HasIndex(e => e.ItemId);
        });
    }
}
