using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Settings;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content;

/// <summary>The content module's tables.</summary>
internal sealed class ContentModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<ContentTypeDefinition>(type =>
        {
            type.ToTable("content_types");
            type.HasKey(t => t.Name);
            type.Property(t => t.Name).HasMaxLength(64);
            type.OwnsMany(t => t.Parts, part => part.ToJson());
        });
        model.Entity<ContentPartDefinition>(part =>
        {
            part.ToTable("content_parts");
            part.HasKey(p => p.Name);
            part.Property(p => p.Name).HasMaxLength(64);
            part.OwnsMany(p => p.Fields, field =>
            {
                field.ToJson();
                field.Ignore(f => f.Label);
            });
        });
        model.Entity<ContentItem>(item =>
        {
            item.ToTable("content_items");
            item.Property(i => i.Id).HasMaxLength(ContentId.Length);
            item.Property(i => i.Type).HasMaxLength(64);
            item.Property(i => i.IndexNumber).HasMaxLength(64);
            item.Property(i => i.Path).HasMaxLength(256);
            item.Property(i => i.Revision).IsConcurrencyToken();
            item.HasIndex(i => i.Path).IsUnique();
            item.HasIndex(i => i.IndexNumber).IsUnique();
            item.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ContentVersion>(version =>
        {
            version.ToTable("content_versions");
            version.HasOne(v => v.Item).WithMany(i => i.Versions).HasForeignKey(v => v.ItemId);
            version.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
            version.HasIndex(v => v.ItemId, "one_published_version").IsUnique().HasFilter(IsTrue("Published", kind));
            version.HasIndex(v => v.ItemId, "one_latest_version").IsUnique().HasFilter(IsTrue("Latest", kind));
        });
        model.Entity<CatalogueEntry>(entry =>
        {
            entry.ToTable("catalogue_entries");
            entry.HasKey(e => e.ItemId);
            entry.HasOne<ContentItem>().WithOne().HasForeignKey<CatalogueEntry>(e => e.ItemId);
            entry.Property(e => e.Validity).HasConversion<string>().HasMaxLength(16);
            entry.HasIndex(e => new { e.Type, e.Date, e.ItemId });
            entry.HasIndex(e => new { e.AgencyId, e.Date, e.ItemId });
            entry.HasIndex(e => new { e.Date, e.ItemId });
            entry.HasIndex(e => e.Number);
            entry.HasIndex(e => e.PublishedUtc);
        });
        model.Entity<SiteSetting>(setting =>
        {
            setting.ToTable("site_settings");
            setting.HasKey(s => s.Name);
            setting.Property(s => s.Name).HasMaxLength(100);
        });
        model.Entity<MediaFile>(file =>
        {
            file.ToTable("media_files");
            file.HasKey(f => f.Path);
            file.Property(f => f.Path).HasMaxLength(200);
            file.Property(f => f.FileHash).HasMaxLength(64);
        });
    }

    private static string IsTrue(string column, DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? $"\"{column}\" = 1" : $"\"{column}\"";
}
