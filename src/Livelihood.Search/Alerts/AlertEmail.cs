using System.Net.Mail;
using Livelihood.Formats.Plain;

namespace Livelihood.Search.Alerts;

/// <summary>Reads an e-mail address that somebody typed, and shows it to others.</summary>
public static class AlertEmail
{
    /// <summary>The longest address that mail servers take (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>The address; null where it is none. Full-width signs are taken for what they mean.</summary>
    public static string? Read(string? typed)
    {
        var address = Folding.Fold(typed ?? "").Trim();
        return address.Length is > 0 and <= Longest && address.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or '"' or ',' or ';'))
            && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Contains('.') && !parsed.Host.EndsWith('.')
            ? address
            : null;
    }

    /// <summary>The first character and the domain.</summary>
    public static string Mask(string address) => address[0] + "***" + address[address.IndexOf('@')..];
}
