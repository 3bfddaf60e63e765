using System.Security.Cryptography;
using Livelihood.Platform.Text;

namespace Livelihood.Platform.Citizens.Domain;

/// <summary>
/// The six digits that prove that somebody reads an address's mail. A million of them are few: what protects them is that
/// a code lasts ten minutes, bears five tries, and that an address gets five codes in an hour.
/// </summary>
public static class SignInCode
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>How often a code can be tried.</summary>
    public const int MostTries = 5;

    /// <summary>How many codes an address gets in an hour.</summary>
    public const int MostInAnHour = 5;

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6");

    /// <summary>What was typed as it is compared: half width, without spaces. Null where it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var digits = string.Concat(HalfWidth.Of(typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Whether a code that was made at one instant can be used at another.</summary>
    public static bool IsFresh(DateTimeOffset made, DateTimeOffset now) => now < made + Lasts;
}
