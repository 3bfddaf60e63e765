using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Livelihood.Disclosure.Subscriptions;

/// <summary>The secret part of a calendar's address: 256 random bits, of which the portal keeps the hash alone.</summary>
internal static class SubscriptionSecret
{
    private const int Bytes = 32;

    private static readonly int s_length = Base64Url.GetEncodedLength(Bytes);

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text could be one at all.</summary>
    public static bool IsOne(string text) => text.Length == s_length;

    /// <summary>What is kept of it: SHA-256 in lower-case hexadecimal. So many random bits need no salt.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
