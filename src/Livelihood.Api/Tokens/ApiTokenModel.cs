using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Api.Tokens;

/// <summary>The table of tokens.</summary>
internal sealed class ApiTokenModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<ApiToken>(token =>
    {
        token.ToTable("api_tokens");
        token.Property(t => t.Name).HasMaxLength(ApiTokens.LongestName);
        token.Property(t => t.Scope).HasMaxLength(32);
        token.Property(t => t.Hash).HasMaxLength(64);
        token.Property(t => t.Beginning).HasMaxLength(16);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.CreatedUtc);
        token.HasOne<Agency>().WithMany().HasForeignKey(t => t.AgencyId).OnDelete(DeleteBehavior.Restrict);
    });
}
