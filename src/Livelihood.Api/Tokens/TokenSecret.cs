using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Livelihood.Api.Tokens;

/// <summary>Makes secrets of tokens: 256 random bits behind a mark by which a leaked one is found in texts.</summary>
public static class TokenSecret
{
    /// <summary>What every secret begins with.</summary>
    public const string Mark = "lvp_";

    private const int Bytes = 32;
    private const int ShownOfBeginning = 8;

    /// <summary>The length of a secret.</summary>
    public static readonly int Length = Mark.Length + Base64Url.GetEncodedLength(Bytes);

    /// <summary>A new secret.</summary>
    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text could be a secret at all.</summary>
    public static bool IsOne(string text) => text.Length == Length && text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>What is kept of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>What is shown of a secret later: enough to tell it from others, too little to guess it.</summary>
    public static string BeginningOf(string secret) => secret[..ShownOfBeginning];
}
