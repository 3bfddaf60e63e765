using System.Security.Cryptography;
using System.Text;

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>What of a text is compared: its characters and digits, without spaces, punctuation, brackets, width.</summary>
public static class TextKey
{
    private static readonly string[] FormulaWords = ["\\mathrm", "\\text", "\\%", "\\"];

    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var word in FormulaWords)
        {
            text = text.Contains('\\') ? text.Replace(word, "") : text;
        }

        foreach (var sign in text)
        {
            var c = sign is >= '\uff01' and <= '\uff5e' ? (char)(sign - 0xfee0) : sign;
            if (c is '○' or '〇')
            {
                key.Append('〇');
            }
            else if (char.IsLetterOrDigit(c))
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }

    /// <summary>For a truth that must not contain the text itself: the first 16 hexadecimal digits of the key's SHA-256.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(text))))[..16];
}
