using System.Text.Json;
using Livelihood.Disclosure.Domain.Requesters;
using Microsoft.AspNetCore.DataProtection;

namespace Livelihood.Disclosure.Data;

/// <summary>Encrypts who asks, with the portal's rotating data protection keys.</summary>
public sealed class PersonalData(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("Livelihood.Disclosure.Requester.v1");

    /// <summary>The encrypted form, for the database.</summary>
    public string Protect(Requester requester) => _protector.Protect(JsonSerializer.Serialize(requester));

    /// <summary>A text about a person, encrypted.</summary>
    public string ProtectText(string text) => _protector.Protect(text);

    /// <summary>Reads an encrypted text about a person.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the data folder are not those it was written with.</exception>
    public string UnprotectText(string text) => _protector.Unprotect(text);

    /// <summary>Reads the encrypted form.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the data folder are not those it was written with.</exception>
    public Requester Unprotect(string text) => JsonSerializer.Deserialize<Requester>(_protector.Unprotect(text))!;
}
