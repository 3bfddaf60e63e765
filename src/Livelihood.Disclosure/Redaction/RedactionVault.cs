using System.Text.Json;
using Livelihood.Disclosure.Domain.Redaction;
using Microsoft.AspNetCore.DataProtection;

namespace Livelihood.Disclosure.Redaction;

/// <summary>Encrypts texts for replies and what was made of them, with the portal's rotating data protection keys.</summary>
public sealed class RedactionVault(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("Livelihood.Disclosure.Redaction.v1");

    /// <summary>The encrypted sheet.</summary>
    public string Protect(RedactionSheet sheet) => _protector.Protect(JsonSerializer.Serialize(sheet));

    /// <summary>Reads an encrypted sheet.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the data folder are not those it was written with.</exception>
    public RedactionSheet Unprotect(string sheet) => JsonSerializer.Deserialize<RedactionSheet>(_protector.Unprotect(sheet))!;

    /// <summary>Encrypted bytes.</summary>
    public byte[] Protect(byte[] file) => _protector.Protect(file);

    /// <summary>Reads encrypted bytes.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the data folder are not those it was written with.</exception>
    public byte[] Unprotect(byte[] file) => _protector.Unprotect(file);
}
