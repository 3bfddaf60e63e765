using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Digitising;

/// <summary>The tables of digitisation.</summary>
internal sealed class DigitisationModel : IModelPart
{
    private const int HashLength = 64;

    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<Digitisation>(row =>
        {
            row.ToTable("gazette_digitisations");
            row.HasKey(d => new { d.IssueId, d.FileHash });
            row.Property(d => d.FileHash).HasMaxLength(HashLength);
            row.HasOne<ContentItem>().WithMany().HasForeignKey(d => d.IssueId);
        });
        model.Entity<DigitisationEdit>(row =>
        {
            row.ToTable("gazette_edits");
            row.Property(e => e.FileHash).HasMaxLength(HashLength);
            row.Property(e => e.Step).HasConversion<string>().HasMaxLength(8);
            row.Property(e => e.By).HasMaxLength(200);
            row.HasIndex(e => new { e.IssueId, e.FileHash, e.Row }).IsUnique();
            row.HasOne<ContentItem>().WithMany().HasForeignKey(e => e.IssueId);
        });
        model.Entity<DigitisedItem>(row =>
        {
            row.ToTable("gazette_digitised_items");
            row.HasKey(i => i.ItemId);
            row.HasOne<ContentItem>().WithOne().HasForeignKey<DigitisedItem>(i => i.ItemId);
        });
    }
}
