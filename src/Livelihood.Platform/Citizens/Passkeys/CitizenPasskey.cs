using System.Text.Json;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens.Passkeys;

/// <summary>A passkey (WebAuthn) that opens an account: its public half. The private one never leaves the person's device.</summary>
public sealed class CitizenPasskey
{
    /// <summary>The keyed hash of the credential's id.</summary>
    public required string CredentialHash { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The <see cref="PasskeyCredential"/> as JSON.</summary>
    public required string Credential { get; set; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset CreatedUtc { get; init; }

    /// <summary>When it opened the account last, or null.</summary>
    public DateTimeOffset? UsedUtc { get; set; }

    /// <summary>As Identity's handler knows it.</summary>
    internal UserPasskeyInfo Info() => JsonSerializer.Deserialize<PasskeyCredential>(Credential)!.Info(CreatedUtc);
}

/// <summary>What is kept of a credential; its attestation is not, as nothing is decided by it.</summary>
internal sealed record PasskeyCredential(byte[] Id, byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp)
{
    public static string Write(UserPasskeyInfo info) => JsonSerializer.Serialize(new PasskeyCredential(
        info.CredentialId, info.PublicKey, info.SignCount, info.Transports, info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp));

    public UserPasskeyInfo Info(DateTimeOffset created) => new(
        Id, PublicKey, created, SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: []);
}

/// <summary>The table of passkeys.</summary>
internal sealed class PasskeyTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<CitizenPasskey>(passkey =>
    {
        passkey.ToTable("citizen_passkeys");
        passkey.HasKey(p => p.CredentialHash);
        passkey.Property(p => p.CredentialHash).HasMaxLength(64);
        passkey.Property(p => p.Name).HasMaxLength(CitizenPasskeys.LongestName);
        passkey.HasIndex(p => p.AccountId);
        passkey.HasOne<CitizenAccount>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    });
}
