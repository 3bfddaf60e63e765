using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Search.QueryLog;

/// <summary>A query as the log has it: the same for spellings that ask the same, and nothing that looks like a person's data.</summary>
public static partial class QueryText
{
    /// <summary>Characters of a query that is kept; longer ones are texts that nobody asks twice.</summary>
    public const int Longest = 60;

    /// <summary>
    /// The query in its common form; null where it is not kept: empty, too long, or with what may be a number of an identity
    /// card, a telephone or a bank account (seven digits or more in a row, with a sign between them or not) or an e-mail address.
    /// </summary>
    public static string? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 4 * Longest)
        {
            return null;
        }

        var spaced = Spaces().Replace(typed, " ");
        var text = Spaces().Replace(Folding.Fold(spaced), " ").Trim().ToLowerInvariant();
        return text.Length is 0 or > Longest || text.Contains('@') || LongNumber().IsMatch(text) || spaced.EnumerateRunes().Any(IsBroken) ? null : text;
    }

    // Half of a surrogate pair reads as the sign of replacement.
    private static bool IsBroken(Rune sign) => Rune.IsControl(sign) || sign == Rune.ReplacementChar;

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[0-9]([ \-—–_*x×]?[0-9]){6,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
