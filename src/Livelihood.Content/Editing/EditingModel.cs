using Livelihood.Content.Editing.Autosaving;
using Livelihood.Content.Editing.Previews;
using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing;

/// <summary>The tables of what editors work with: autosaves and secret preview links.</summary>
internal sealed class EditingModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<Autosave>(autosave =>
        {
            autosave.ToTable("content_autosaves");
            autosave.Property(a => a.FormKey).HasMaxLength(AutosaveKey.MaxLength);
            autosave.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
            autosave.HasIndex(a => new { a.AccountId, a.FormKey }).IsUnique();
            autosave.HasIndex(a => a.SavedUtc);
        });
        model.Entity<PreviewLink>(link =>
        {
            link.ToTable("preview_links");
            link.Property(l => l.TokenHash).HasMaxLength(64);
            link.HasOne<ContentItem>().WithMany().HasForeignKey(l => l.ItemId);
            link.HasOne(l => l.Version).WithMany().HasForeignKey(l => l.VersionId).OnDelete(DeleteBehavior.Restrict);
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => new { l.ItemId, l.MadeUtc });
        });
    }
}
