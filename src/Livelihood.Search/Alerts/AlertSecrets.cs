using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Livelihood.Search.Alerts;

/// <summary>What a link in a mail allows.</summary>
public enum AlertLink
{
    /// <summary>To agree.</summary>
    Confirm,

    /// <summary>To end the subscription.</summary>
    End,
}

/// <summary>Encrypts addresses, and makes the tokens of links, with the portal's rotating data protection keys.</summary>
public sealed class AlertSecrets(IDataProtectionProvider provider)
{
    private const string Purpose = "Livelihood.Search.Alerts.v1";

    private readonly IDataProtector _addresses = provider.CreateProtector(Purpose, "address");

    /// <summary>The encrypted form of an address.</summary>
    public string Protect(string address) => _addresses.Protect(address);

    /// <summary>Reads the encrypted form.</summary>
    /// <exception cref="CryptographicException">The keys of the data folder are not those it was written with.</exception>
    public string Unprotect(string address) => _addresses.Unprotect(address);

    /// <summary>The token of a link of a subscription: nobody makes it without the portal's keys.</summary>
    public string TokenOf(Guid alert, AlertLink link) => Links(link).Protect(alert.ToString("N"));

    /// <summary>The subscription of a token; null where the token was not made here, or for another link.</summary>
    public Guid? Read(string? token, AlertLink link)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : Guid.ParseExact(Links(link).Unprotect(token), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Links(AlertLink link) => provider.CreateProtector(Purpose, link.ToString());
}
