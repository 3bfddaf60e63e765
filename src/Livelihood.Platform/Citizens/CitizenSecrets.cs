using System.Security.Cryptography;
using System.Text;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Livelihood.Platform.Citizens;

/// <summary>
/// Encrypts what is known of citizens, with the portal's rotating data protection keys, and hashes what has to be found
/// again, with a key of its own that lies beside them: without the data folder a copy of the database tells no address.
/// </summary>
public sealed class CitizenSecrets(IDataProtectionProvider provider, PortalFolder folder)
{
    private const int KeyLength = 32;

    private readonly IDataProtector _protector = provider.CreateProtector("Livelihood.Citizens.v1");
    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(Path.Combine(folder.Folder("keys"), "citizens.key")));

    /// <summary>The encrypted form of a text.</summary>
    public string Protect(string text) => _protector.Protect(text);

    /// <summary>Reads the encrypted form.</summary>
    /// <exception cref="CryptographicException">The keys of the data folder are not those it was written with.</exception>
    public string Unprotect(string text) => _protector.Unprotect(text);

    /// <summary>The keyed hash (HMAC-SHA-256) of a text, in hexadecimal digits.</summary>
    /// <param name="kind">What the text is, so that equal texts of two kinds have two hashes.</param>
    /// <param name="parts">The text, in parts that are kept apart.</param>
    public string HashOf(string kind, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key.Value);
        foreach (var part in (ReadOnlySpan<string>)[kind, .. parts])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash by which an address is found.</summary>
    public string HashOfAddress(string address) => HashOf("address", address);

    /// <summary>The hash by which a passkey is found.</summary>
    public string HashOfPasskey(byte[] credential) => HashOf("passkey", Convert.ToHexStringLower(credential));

    // Whole or not at all, also where two nodes begin at once on one folder.
    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            var own = $"{file}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(own, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
                stream.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(own, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(own);
            }
        }

        return File.ReadAllBytes(file) is { Length: KeyLength } key
            ? key
            : throw new InvalidDataException($"The key of citizens' accounts, {file}, is damaged; restore it from the backup of the data folder.");
    }
}
