using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media;

/// <summary>The tables of files.</summary>
internal sealed class MediaModel : IModelPart
{
    private const int PathLength = 200;

    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<MediaFile>(file =>
        {
            file.ToTable("media_files");
            file.HasKey(f => f.Path);
            file.Property(f => f.Path).HasMaxLength(PathLength);
            file.Property(f => f.FileHash).HasMaxLength(64);
            file.Property(f => f.SmallHash).HasMaxLength(64);
            file.Property(f => f.Name).HasMaxLength(PathLength);
            file.Property(f => f.Kind).HasMaxLength(16);
            file.Property(f => f.AlternativeText).HasMaxLength(500);
            file.Property(f => f.Scan).HasConversion<string>().HasMaxLength(16);
            file.Property(f => f.AgencyId).HasMaxLength(32);
            file.HasIndex(f => new { f.AgencyId, f.UploadedUtc });
            file.HasIndex(f => f.UploadedUtc);
            file.HasIndex(f => f.FileHash);
        });
        model.Entity<MediaText>(text =>
        {
            text.ToTable("media_texts");
            text.HasKey(t => t.Path);
            text.HasOne<MediaFile>().WithOne().HasForeignKey<MediaText>(t => t.Path);
        });
        model.Entity<MediaUse>(use =>
        {
            use.ToTable("media_uses");
            use.HasKey(u => new { u.MediaPath, u.ItemId });
            use.HasOne<MediaFile>().WithMany().HasForeignKey(u => u.MediaPath).OnDelete(DeleteBehavior.Restrict);
            use.HasOne<ContentItem>().WithMany().HasForeignKey(u => u.ItemId);
            use.HasIndex(u => u.ItemId);
        });
        model.Entity<MediaWork>(work =>
        {
            work.ToTable("media_work");
            work.HasKey(w => new { w.Path, w.Task });
            work.Property(w => w.Task).HasConversion<string>().HasMaxLength(16);
            work.HasOne<MediaFile>().WithMany().HasForeignKey(w => w.Path);
            work.HasIndex(w => new { w.Task, w.DueUtc });
        });
    }
}
