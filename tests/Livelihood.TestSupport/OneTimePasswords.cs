using Livelihood.Platform.Citizens.Domain;

namespace Livelihood.TestSupport;

/// <summary>The authenticator app on a tester's phone.</summary>
public static class OneTimePasswords
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a key in base 32 at an instant.</summary>
    public static string Of(string key, DateTimeOffset now) => Totp.CodeOf(BytesOf(key), Totp.StepOf(now));

    /// <summary>A key in base 32, as a page shows it.</summary>
    public static byte[] BytesOf(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString(Alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
