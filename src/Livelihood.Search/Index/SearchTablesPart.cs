using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Index;

/// <summary>
/// The search module's tables. The terms are a table on PostgreSQL; on SQLite they are the FTS5 tables search_terms and
/// search_characters, which only a migration can make.
/// </summary>
internal sealed class SearchTablesPart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<SearchDocument>(document =>
        {
            document.ToTable("search_documents");
            document.Property(d => d.Id).ValueGeneratedOnAdd();
            document.Property(d => d.ItemId).HasMaxLength(26);
            document.Property(d => d.Type).HasMaxLength(64);
            document.Property(d => d.AgencyId).HasMaxLength(64);
            document.Property(d => d.IssueId).HasMaxLength(26);
            document.Property(d => d.NumberCode).HasMaxLength(24);
            document.HasIndex(d => d.ItemId).IsUnique();
            document.HasIndex(d => new { d.Date, d.Id });
            document.HasIndex(d => new { d.NumberSerial, d.NumberYear, d.NumberCode });
        });
        model.Entity<SearchText>(text =>
        {
            text.ToTable("search_texts");
            text.HasKey(t => t.DocumentId);
            text.Property(t => t.DocumentId).ValueGeneratedNever();
            text.HasOne<SearchDocument>().WithOne().HasForeignKey<SearchText>(t => t.DocumentId);
        });
        model.Entity<SearchChange>(change =>
        {
            change.ToTable("search_changes");
            change.HasKey(c => c.Generation);
            change.Property(c => c.Generation).ValueGeneratedNever();
        });
        model.Entity<SearchState>(state =>
        {
            state.ToTable("search_state");
            state.Property(s => s.Id).ValueGeneratedNever();
        });
        if (kind == DatabaseKind.PostgreSql)
        {
            model.Entity<SearchTerms>(terms =>
            {
                terms.ToTable("search_terms");
                terms.HasKey(t => t.DocumentId);
                terms.Property(t => t.DocumentId).ValueGeneratedNever();
                terms.HasOne<SearchDocument>().WithOne().HasForeignKey<SearchTerms>(t => t.DocumentId);
                terms.HasIndex(t => t.Terms).HasMethod("gin");
                terms.HasIndex(t => t.TitleTerms).HasMethod("gin");
            });
        }
    }
}
