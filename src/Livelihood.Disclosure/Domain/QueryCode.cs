using System.Security.Cryptography;
using System.Text;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain;

/// <summary>
/// The secret with which a requester without an account follows a request: twelve characters of Crockford's alphabet
/// (60 bits), shown as <c>7K3M-9QXZ-2BWC</c>. Only a slow, salted hash of it is kept.
/// </summary>
public static class QueryCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int Iterations = 100_000;

    /// <summary>What was typed in the form that is compared: O is 0, I and L are 1, case, width and separators do not matter.</summary>
    public static string Normalise(string? typed) => string.Concat(HalfWidth.Of(typed ?? "")
        .Where(c => !char.IsWhiteSpace(c) && c != '-')
        .Select(c => char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other }));

    /// <summary>In groups of four, as it is shown.</summary>
    public static string Format(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>A fresh salt and the hash of a normalised code, together in base 64.</summary>
    public static string Hash(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return Convert.ToBase64String([.. salt, .. Derive(code, salt)]);
    }

    /// <summary>Whether a normalised code is the one that was hashed; takes as long for a wrong one.</summary>
    public static bool Matches(string code, string hash)
    {
        var kept = Convert.FromBase64String(hash);
        return CryptographicOperations.FixedTimeEquals(Derive(code, kept[..SaltLength]), kept.AsSpan(SaltLength));
    }

    internal static string FromBytes(ReadOnlySpan<byte> random)
    {
        var code = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Alphabet[random[i] % Alphabet.Length]; // 256 is a multiple of 32: every character is as likely
        }

        return new string(code);
    }

    private static byte[] Derive(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, Iterations, HashAlgorithmName.SHA256, HashLength);
}

/// <summary>
/// The secret of one filled-in form: made when the form is opened, sent along with it. Sending the form twice makes one
/// request, and as the query code follows from the key, the second answer shows the same receipt as the first.
/// </summary>
public sealed class SubmissionKey
{
    private const int Bytes = 16;
    private readonly byte[] _secret;

    private SubmissionKey(byte[] secret) => _secret = secret;

    /// <summary>A new key.</summary>
    public static SubmissionKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is not a key.</summary>
    public static SubmissionKey? Parse(string? text) =>
        text?.Length == Bytes * 2 && text.All(char.IsAsciiHexDigit) ? new(Convert.FromHexString(text)) : null;

    /// <summary>
    /// The key of this form with this content. A second click files nothing new; a form that was changed after filing
    /// is another request and gets its own receipt, so that nothing written is dropped silently.
    /// </summary>
    public SubmissionKey BoundTo(string content) => new(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(content))[..Bytes]);

    /// <summary>What the database keeps to recognise the form; the key does not follow from it.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Derive("fingerprint"));

    /// <summary>The query code of the request that this form makes, normalised.</summary>
    public string Code => QueryCode.FromBytes(Derive("query code"));

    /// <summary>Under what the papers of this form wait until it is sent; the key does not follow from it.</summary>
    public string Papers => Convert.ToHexStringLower(Derive("papers"));

    /// <summary>The key as hexadecimal digits, for the form's hidden field.</summary>
    public override string ToString() => Convert.ToHexStringLower(_secret);

    private byte[] Derive(string purpose) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(purpose));
}
