using System.Security.Cryptography;
using System.Text;

namespace Livelihood.Gazettes.Edition;

/// <summary>Names what an edition is made of: the issue's version and its documents' versions, in their order.</summary>
internal static class EditionKey
{
    /// <summary>The key, SHA-256 in lower-case hexadecimal. The same versions give the same key on every machine.</summary>
    public static string Of(Guid issueVersion, IEnumerable<Guid> documentVersions)
    {
        var text = new StringBuilder(issueVersion.ToString("N"));
        foreach (var version in documentVersions)
        {
            text.Append('\n').Append(version.ToString("N"));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())));
    }
}
