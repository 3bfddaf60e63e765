using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Livelihood.Platform.Citizens.Domain;

/// <summary>
/// One-time passwords of authenticator apps (RFC 6238: SHA-1, 30 seconds, 6 digits). ASP.NET Core Identity has them for
/// its own accounts only, and takes a code as often as it is typed; here each is taken once.
/// </summary>
public static class Totp
{
    /// <summary>Bytes of a key (RFC 4226 wants 20).</summary>
    public const int KeyLength = 20;

    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>A key in base 32, as apps take it.</summary>
    public static string Text(ReadOnlySpan<byte> key)
    {
        var text = new char[(key.Length * 8 + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < i * 5 + 5; bit++)
            {
                value = value << 1 | (bit / 8 < key.Length ? key[bit / 8] >> (7 - bit % 8) & 1 : 0);
            }

            text[i] = Alphabet[value];
        }

        return new(text);
    }

    /// <summary>The code of a step.</summary>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238 with what all apps support; HMAC-SHA-1 is not broken.")]
    public static string CodeOf(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6");
    }

    /// <summary>The step of an instant.</summary>
    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step whose code was typed: this one, or its neighbours, as clocks differ. Null where it is none, or was used.</summary>
    /// <param name="key">The key.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="now">Now.</param>
    /// <param name="last">The step whose code was taken last; null: none.</param>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long? last)
    {
        var here = StepOf(now);
        for (var step = here - 1; step <= here + 1; step++)
        {
            if ((last is null || step > last)
                && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeOf(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }
}
