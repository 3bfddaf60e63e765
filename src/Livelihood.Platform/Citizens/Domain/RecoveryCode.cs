using System.Security.Cryptography;
using Livelihood.Platform.Text;

namespace Livelihood.Platform.Citizens.Domain;

/// <summary>A code that stands in once for a lost authenticator app: ten characters (50 bits), shown as <c>7K3M9-QXZ2B</c>.</summary>
public static class RecoveryCode
{
    /// <summary>How many an account gets.</summary>
    public const int Count = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Half = 5;

    /// <summary>A new code, as it is shown.</summary>
    public static string New() => $"{RandomNumberGenerator.GetString(Alphabet, Half)}-{RandomNumberGenerator.GetString(Alphabet, Half)}";

    /// <summary>What was typed as it is compared; null where it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat(HalfWidth.Of(typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return code.Length == Half * 2 && code.All(Alphabet.Contains) ? $"{code[..Half]}-{code[Half..]}" : null;
    }
}
