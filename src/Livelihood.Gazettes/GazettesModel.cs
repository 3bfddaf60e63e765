using Livelihood.Content.Items;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes;

/// <summary>The module's tables.</summary>
internal sealed class GazettesModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<PublishedIssue>(issue =>
        {
            issue.ToTable("published_gazette_issues");
            issue.HasKey(i => i.ItemId);
            issue.Property(i => i.ItemId).HasMaxLength(ContentId.Length);
            issue.HasIndex(i => new { i.Year, i.Number }).IsUnique();
            issue.HasIndex(i => i.TotalNumber);
            issue.HasOne<ContentItem>().WithOne().HasForeignKey<PublishedIssue>(i => i.ItemId);
        });
        model.Entity<PrintedEntry>(entry =>
        {
            entry.ToTable("gazette_entries");
            entry.HasKey(e => new { e.IssueId, e.Order });
            entry.Property(e => e.IssueId).HasMaxLength(ContentId.Length);
            entry.Property(e => e.ItemId).HasMaxLength(ContentId.Length);
            entry.HasIndex(e => e.ItemId);
            entry.HasOne<ContentItem>().WithMany().HasForeignKey(e => e.IssueId);
        });
        model.Entity<FindingWord>(word =>
        {
            word.ToTable("gazette_finding_words");
            word.Property(w => w.IssueId).HasMaxLength(ContentId.Length);
            word.Property(w => w.Key).HasMaxLength(40);
            word.Property(w => w.Word).HasMaxLength(FindingWord.MostWord);
            word.HasIndex(w => new { w.IssueId, w.Key }).IsUnique();
            word.HasOne<ContentItem>().WithMany().HasForeignKey(w => w.IssueId);
        });
        model.Entity<GazetteDoubt>(doubt =>
        {
            doubt.ToTable("gazette_doubts");
            doubt.Property(d => d.Code).HasConversion<string>().HasMaxLength(40);
            doubt.Property(d => d.Severity).HasConversion<string>().HasMaxLength(16);
            doubt.HasIndex(d => new { d.IssueId, d.Order }).IsUnique();
            doubt.HasOne<ContentItem>().WithMany().HasForeignKey(d => d.IssueId);
        });
        model.Entity<GazetteSource>(source =>
        {
            source.ToTable("gazette_sources");
            source.Property(s => s.FileHash).HasMaxLength(64);
            source.Property(s => s.TextHash).HasMaxLength(64);
            source.Property(s => s.FileName).HasMaxLength(GazetteSource.LongestName);
            source.Property(s => s.Format).HasConversion<string>().HasMaxLength(16);
            source.Property(s => s.ImportedBy).HasMaxLength(64);
            source.HasIndex(s => new { s.IssueId, s.FileHash, s.Part }).IsUnique();
            source.HasIndex(s => s.FileHash);
            source.HasIndex(s => s.TextHash);
            source.HasOne<ContentItem>().WithMany().HasForeignKey(s => s.IssueId);
        });
    }
}
