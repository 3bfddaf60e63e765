using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens.Data;

/// <summary>The tables of citizens' accounts.</summary>
internal sealed class CitizenModel : IModelPart
{
    private const int HashLength = 64;

    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<CitizenAccount>(account =>
        {
            account.ToTable("citizen_accounts");
            account.Property(a => a.AddressHash).HasMaxLength(HashLength);
            // Of two that use the same recovery code at once, one does.
            account.Property(a => a.RecoveryCodes).IsConcurrencyToken();
            account.Ignore(a => a.HasSecondFactor);
            account.HasIndex(a => a.AddressHash).IsUnique();
        });
        model.Entity<CitizenLogin>(login =>
        {
            login.ToTable("citizen_logins");
            login.HasKey(l => l.SubjectHash);
            login.Property(l => l.SubjectHash).HasMaxLength(HashLength);
            login.HasOne<CitizenAccount>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CitizenCode>(code =>
        {
            code.ToTable("citizen_codes");
            code.Property(c => c.Purpose).HasConversion<string>().HasMaxLength(16);
            code.Property(c => c.AddressHash).HasMaxLength(HashLength);
            code.Property(c => c.CodeHash).HasMaxLength(HashLength);
            code.HasIndex(c => new { c.AddressHash, c.CreatedUtc });
            code.HasIndex(c => c.CreatedUtc);
            code.HasOne<CitizenAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CitizenDraft>(draft =>
        {
            draft.ToTable("citizen_drafts");
            draft.HasIndex(d => d.KeptUtc);
        });
    }
}
