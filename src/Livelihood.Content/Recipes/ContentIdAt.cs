using System.Security.Cryptography;
using System.Text;

namespace Livelihood.Content.Recipes;

/// <summary>
/// The content id that belongs to a place of a recipe: 26 characters of Orchard Core's alphabet,
/// the same each time for the same recipe name and place.
/// </summary>
public static class ContentIdAt
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>The id for a recipe's name and a JSON path in it.</summary>
    public static string Place(string recipeName, string path)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{recipeName}\n{path}"));
        return string.Create(Length, hash, (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                id[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }
}
