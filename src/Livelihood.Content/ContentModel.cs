using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.References;
using Livelihood.Content.Settings;
using Livelihood.Content.Workflow;
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
            type.Ignore(t => t.IsCreatable);
            type.Ignore(t => t.IsListable);
            type.Ignore(t => t.Description);
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
            item.Property(i => i.Stage).HasConversion<string>().HasMaxLength(16);
            item.HasIndex(i => new { i.AgencyId, i.Stage, i.ModifiedUtc });
            item.HasIndex(i => new { i.AgencyId, i.ModifiedUtc });
            item.HasIndex(i => new { i.Type, i.ModifiedUtc });
            item.HasIndex(i => new { i.Stage, i.ModifiedUtc });
            item.HasIndex(i => i.ModifiedUtc);
            item.HasIndex(i => i.Path).IsUnique();
            item.HasIndex(i => i.IndexNumber).IsUnique();
            item.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ContentVersion>(version =>
        {
            version.ToTable("content_versions");
            version.Property(v => v.Stage).HasConversion<string>().HasMaxLength(16);
            version.HasIndex(v => v.IntendedUtc, "scheduled_versions").HasFilter("\"Stage\" = 'Scheduled'");
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
            entry.HasIndex(e => new { e.AgencyId, e.Type, e.Date, e.ItemId });
            entry.HasIndex(e => new { e.Category, e.Date, e.ItemId });
            entry.HasIndex(e => new { e.Topic, e.Date, e.ItemId });
            entry.HasIndex(e => new { e.Date, e.ItemId });
            entry.HasIndex(e => e.Number);
            entry.Property(e => e.TitleKey).HasMaxLength(ReferenceKey.LongestTitle);
            entry.HasIndex(e => e.TitleKey);
            entry.HasIndex(e => new { e.PublishedUtc, e.ItemId });
            entry.HasIndex(e => new { e.Type, e.PublishedUtc, e.ItemId });
            entry.HasIndex(e => new { e.AgencyId, e.PublishedUtc, e.ItemId });
            entry.HasIndex(e => new { e.Category, e.PublishedUtc, e.ItemId });
        });
        ConfigureCatalogue(model);
        ConfigureWorkflow(model);
        model.Entity<SiteSetting>(setting =>
        {
            setting.ToTable("site_settings");
            setting.HasKey(s => s.Name);
            setting.Property(s => s.Name).HasMaxLength(100);
        });
    }

    private static void ConfigureCatalogue(ModelBuilder model)
    {
        model.Entity<ContentReference>(reference =>
        {
            reference.ToTable("content_references");
            reference.HasKey(r => new { r.FromId, r.Key });
            reference.Property(r => r.Key).HasMaxLength(ContentReference.LongestKey);
            reference.HasIndex(r => new { r.Key, r.Date, r.FromId });
            reference.HasOne<ContentItem>().WithMany().HasForeignKey(r => r.FromId);
        });
        model.Entity<CatalogueTally>(tally =>
        {
            tally.ToTable("catalogue_tallies");
            tally.HasKey(t => new { t.Type, t.AgencyId, t.Category, t.Year });
            tally.Property(t => t.Type).HasMaxLength(64);
            tally.Property(t => t.AgencyId).HasMaxLength(32);
            tally.Property(t => t.Category).HasMaxLength(64);
        });
        model.Entity<FieldValue>(value =>
        {
            value.ToTable("content_field_values");
            value.HasKey(v => new { v.ItemId, v.Scope, v.Field, v.Value });
            value.HasOne<ContentItem>().WithMany().HasForeignKey(v => v.ItemId);
            value.Property(v => v.Scope).HasConversion<string>().HasMaxLength(16);
            value.Property(v => v.Type).HasMaxLength(64);
            value.Property(v => v.Field).HasMaxLength(130);
            value.Property(v => v.Value).HasMaxLength(FieldValue.MaxLength);
            value.HasIndex(v => new { v.Scope, v.Field, v.Value, v.Date, v.ItemId });
        });
    }

    private static void ConfigureWorkflow(ModelBuilder model)
    {
        model.Entity<FormerPath>(former =>
        {
            former.ToTable("former_paths");
            former.HasKey(f => f.Path);
            former.Property(f => f.Path).HasMaxLength(256);
            former.HasOne<ContentItem>().WithMany().HasForeignKey(f => f.ItemId);
        });
        model.Entity<Tombstone>(stone =>
        {
            stone.ToTable("tombstones");
            stone.HasKey(t => t.ItemId);
            stone.HasOne<ContentItem>().WithOne().HasForeignKey<Tombstone>(t => t.ItemId);
        });
        model.Entity<WorkflowStep>(step =>
        {
            step.ToTable("workflow_steps");
            step.Property(s => s.Event).HasConversion<string>().HasMaxLength(24);
            step.Property(s => s.From).HasConversion<string>().HasMaxLength(16);
            step.Property(s => s.To).HasConversion<string>().HasMaxLength(16);
            step.Property(s => s.Comment).HasMaxLength(StepDetails.MaxComment);
            step.HasOne<ContentItem>().WithMany().HasForeignKey(s => s.ItemId);
            step.HasIndex(s => new { s.ItemId, s.AtUtc });
        });
    }

    private static string IsTrue(string column, DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? $"\"{column}\" = 1" : $"\"{column}\"";
}
