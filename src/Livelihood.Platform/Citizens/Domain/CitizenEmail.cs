using System.Net.Mail;
using Livelihood.Platform.Text;

namespace Livelihood.Platform.Citizens.Domain;

/// <summary>The e-mail address by which a citizen is known.</summary>
public static class CitizenEmail
{
    /// <summary>Characters of the longest address (RFC 5321).</summary>
    public const int Longest = 254;

    /// <summary>What is said where an address cannot be read.</summary>
    public const string Problem = "请填写有效的电子邮箱，如 name@example.com";

    /// <summary>
    /// The one form of an address: half width, lower case, no spaces around it; two spellings of an address are one
    /// account. Null where it is no address, or more than one.
    /// </summary>
    public static string? Read(string? typed)
    {
        var address = HalfWidth.Of(typed ?? "").Trim().ToLowerInvariant();
        return address.Length is > 0 and <= Longest
            && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address
            && parsed.Host.Contains('.') && !parsed.Host.EndsWith('.')
            ? address
            : null;
    }

    /// <summary>What screens show of an address: <c>a***@example.com</c>.</summary>
    public static string Mask(string address) => address[..1] + "***" + address[address.LastIndexOf('@')..];
}
