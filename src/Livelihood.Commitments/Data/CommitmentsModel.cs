using Livelihood.Commitments.Domain;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Livelihood.Commitments.Data;

/// <summary>The tables of the livelihood commitments.</summary>
internal sealed class CommitmentsModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<Programme>(programme =>
        {
            programme.ToTable("programmes");
            programme.HasIndex(p => p.Year).IsUnique();
            programme.Property(p => p.Title).HasMaxLength(200);
            programme.Property(p => p.DocumentNumber).HasMaxLength(64);
            programme.Property(p => p.BulletinPath).HasMaxLength(256);
            programme.Property(p => p.Revision).IsConcurrencyToken();
            programme.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Commitment>(commitment =>
        {
            commitment.ToTable("commitments");
            commitment.HasIndex(c => new { c.ProgrammeId, c.Number }).IsUnique();
            commitment.Property(c => c.Title).HasMaxLength(200);
            commitment.HasOne<Programme>().WithMany(p => p.Commitments).HasForeignKey(c => c.ProgrammeId);
        });
        model.Entity<CommitmentTask>(task =>
        {
            task.ToTable("commitment_tasks");
            task.HasIndex(t => new { t.CommitmentId, t.Number }).IsUnique();
            task.Property(t => t.Summary).HasMaxLength(500);
            task.HasOne<Commitment>().WithMany(c => c.Tasks).HasForeignKey(t => t.CommitmentId);
            task.Ignore(t => t.LeadAgencies);
            task.Ignore(t => t.CooperatingAgencies);
            task.Ignore(t => t.StandingReports);
        });
        model.Entity<TaskAgency>(agency =>
        {
            agency.ToTable("task_agencies");
            agency.HasIndex(a => new { a.TaskId, a.Role, a.Order }).IsUnique();
            agency.Property(a => a.Role).HasConversion<string>().HasMaxLength(16);
            agency.Property(a => a.Name).HasMaxLength(100);
            agency.HasOne<CommitmentTask>().WithMany(t => t.Agencies).HasForeignKey(a => a.TaskId);
            agency.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Target>(Targets);
        model.Entity<TargetPart>(part =>
        {
            part.ToTable("target_parts");
            part.HasIndex(p => new { p.TargetId, p.Name }).IsUnique();
            part.Property(p => p.Name).HasMaxLength(100);
            part.Property(p => p.Quantity).HasPrecision(18, 6);
            part.HasOne<Target>().WithMany(t => t.Parts).HasForeignKey(p => p.TargetId);
            part.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ProgressReport>(report =>
        {
            report.ToTable("progress_reports");
            report.HasIndex(r => new { r.TaskId, r.AsOf });
            report.HasIndex(r => r.CorrectsId).IsUnique();
            report.Property(r => r.Note).HasMaxLength(2000);
            report.Property(r => r.Reason).HasMaxLength(500);
            report.HasOne<CommitmentTask>().WithMany(t => t.Reports).HasForeignKey(r => r.TaskId);
            report.HasOne<ProgressReport>().WithMany().HasForeignKey(r => r.CorrectsId).OnDelete(DeleteBehavior.Restrict);
            report.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ProgressFigure>(figure =>
        {
            figure.ToTable("progress_figures");
            figure.HasIndex(f => new { f.ReportId, f.TargetId }).IsUnique();
            figure.Property(f => f.Quantity).HasPrecision(18, 6);
            figure.Property(f => f.Unit).HasMaxLength(32);
            figure.Property(f => f.StatedShare).HasMaxLength(32);
            figure.HasOne<ProgressReport>().WithMany(r => r.Figures).HasForeignKey(f => f.ReportId);
            figure.HasOne<Target>().WithMany().HasForeignKey(f => f.TargetId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Targets(EntityTypeBuilder<Target> target)
    {
        target.ToTable("targets");
        target.HasIndex(t => new { t.TaskId, t.Name }).IsUnique();
        target.Property(t => t.Name).HasMaxLength(100);
        target.Property(t => t.Unit).HasMaxLength(32);
        target.Property(t => t.Quantity).HasPrecision(18, 6);
        target.Property(t => t.Measure).HasConversion<string>().HasMaxLength(16);
        target.HasOne<CommitmentTask>().WithMany(t => t.Targets).HasForeignKey(t => t.TaskId);
        target.Ignore(t => t.MeasuredIn);
        target.Ignore(t => t.HasShare);
        target.Ignore(t => t.PartsDifference);
    }
}
