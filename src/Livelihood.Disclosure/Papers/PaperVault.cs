using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Livelihood.Disclosure.Papers;

/// <summary>
/// Encrypts papers and their names with the portal's rotating data protection keys, each for itself: a paper that was
/// changed in the database, or put in another's place, cannot be read.
/// </summary>
public sealed class PaperVault(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("Livelihood.Disclosure.Papers.v1");

    /// <summary>The encrypted bytes.</summary>
    public byte[] Protect(Guid seal, byte[] paper) => For(seal).Protect(paper);

    /// <summary>Reads encrypted bytes.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">They were changed, are another's, or the keys are not those they were written with.</exception>
    public byte[] Unprotect(Guid seal, byte[] kept) => For(seal).Unprotect(kept);

    /// <summary>The encrypted name.</summary>
    public string ProtectName(Guid seal, string name) => Convert.ToBase64String(For(seal).Protect(Encoding.UTF8.GetBytes(name)));

    /// <summary>Reads an encrypted name; null where it was changed, is another's, or the keys are not those it was written with.</summary>
    public string? ReadName(Guid seal, string kept)
    {
        try
        {
            return Encoding.UTF8.GetString(For(seal).Unprotect(Convert.FromBase64String(kept)));
        }
        catch (Exception unreadable) when (unreadable is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid seal) => _protector.CreateProtector(seal.ToString("N"));
}
