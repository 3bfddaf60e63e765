using System.Collections.Immutable;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Relations;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Livelihood.Content.Navigation;

/// <summary>The tables of how the site is laid out, and of what leads from item to item.</summary>
internal sealed class SiteModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<Column>(column =>
        {
            column.ToTable("columns");
            column.Property(c => c.Id).HasMaxLength(ContentId.Length);
            column.Property(c => c.Name).HasMaxLength(ColumnRules.LongestName);
            column.Property(c => c.Slug).HasMaxLength(AddressSegment.Longest);
            column.Property(c => c.Kind).HasMaxLength(ColumnRules.LongestName);
            column.Property(c => c.Description).HasMaxLength(ColumnRules.LongestDescription);
            column.Property(c => c.Address).HasMaxLength(256);
            column.Property(c => c.Selection).HasConversion(s => s.ToString(), text => ColumnSelection.Parse(text), Compared<ColumnSelection>());
            column.Property(c => c.Revision).IsConcurrencyToken();
            column.Ignore(c => c.Path);
            column.HasIndex(c => c.Slug).IsUnique();
            column.HasOne<Column>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<NavigationMenu>(menu =>
        {
            menu.ToTable("navigation_menus");
            menu.HasKey(m => m.Name);
            menu.Property(m => m.Name).HasMaxLength(32);
            menu.Property(m => m.Entries).HasConversion(
                e => NavigationMenu.Written(e), text => NavigationMenu.Read(text), Compared<ImmutableList<MenuEntry>>());
            menu.Property(m => m.Revision).IsConcurrencyToken();
        });
        Relations(model);
    }

    private static void Relations(ModelBuilder model) => model.Entity<ContentRelation>(relation =>
    {
        relation.ToTable("content_relations");
        relation.HasKey(r => new { r.FromId, r.Kind, r.ToId });
        relation.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        relation.Property(r => r.ToId).HasMaxLength(ContentId.Length);
        relation.HasIndex(r => r.ToId);
        relation.HasOne<ContentItem>().WithMany().HasForeignKey(r => r.FromId);
    });

    // The values are never changed in place: another object is another value.
    private static ValueComparer<T> Compared<T>()
        where T : class => new((one, other) => ReferenceEquals(one, other), value => value.GetHashCode(), value => value);
}
