using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Forms;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform;

/// <summary>The platform's tables.</summary>
internal sealed class PlatformModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<Agency>(agency =>
        {
            agency.ToTable("agencies");
            agency.Property(a => a.Id).HasMaxLength(32);
            agency.Property(a => a.Name).HasMaxLength(100);
            agency.Property(a => a.ShortName).HasMaxLength(50);
            agency.HasOne<Agency>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
            agency.OwnsMany(a => a.FormerNames, former => former.ToJson());
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.Property(e => e.PreviousHash).HasMaxLength(64);
            entry.HasIndex(e => new { e.SubjectType, e.SubjectId, e.Sequence });
            entry.HasIndex(e => e.AtUtc);
        });
        model.Entity<KeptPost>(kept =>
        {
            kept.ToTable("kept_posts");
            kept.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId);
            kept.HasIndex(k => new { k.AccountId, k.KeptUtc });
            kept.HasIndex(k => k.KeptUtc);
        });
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox_messages");
            message.HasIndex(m => m.DueUtc).HasFilter("\"SentUtc\" IS NULL");
        });
        model.Entity<Sequence>(sequence =>
        {
            sequence.ToTable("sequences");
            sequence.HasKey(s => s.Name);
            sequence.Property(s => s.Name).HasMaxLength(100);
        });
        model.ConfigureWork();
        ConfigureAccounts(model);
    }

    private static void ConfigureAccounts(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.DisplayName).HasMaxLength(50);
            account.HasMany(a => a.Assignments).WithOne().HasForeignKey(r => r.AccountId);
        });
        model.Entity<RoleAssignment>(assignment =>
        {
            assignment.ToTable("role_assignments");
            assignment.HasKey(a => new { a.AccountId, a.Role, a.AgencyId });
            assignment.HasOne<RoleDefinition>().WithMany().HasForeignKey(a => a.Role).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RoleDefinition>(role =>
        {
            role.ToTable("roles");
            role.HasKey(r => r.Name);
            role.Property(r => r.Name).HasMaxLength(32);
            role.Property(r => r.Reach).HasConversion<string>().HasMaxLength(16);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
    }
}
