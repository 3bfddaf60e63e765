using System.Globalization;
using System.Text;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Redaction;

/// <summary>
/// A text as passages are looked for in it: half width, lower case, without white space and signs that are not seen, so
/// that a passage is found across the end of a line and however it was typed. Each letter knows its place in the text.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _folded;
    private readonly List<int> _places;

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        _places = new(text.Length);
        var half = HalfWidth.Of(text);
        for (var i = 0; i < half.Length; i++)
        {
            if (!char.IsWhiteSpace(half[i]) && CharUnicodeInfo.GetUnicodeCategory(half[i]) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                folded.Append(char.ToLowerInvariant(half[i]));
                _places.Add(i);
            }
        }

        _folded = folded.ToString();
    }

    /// <summary>Letters that count.</summary>
    public int Length => _folded.Length;

    public bool Contains(FoldedText passage) => passage.Length > 0 && _folded.Contains(passage._folded, StringComparison.Ordinal);

    /// <summary>Where the passage stands in the text, those that overlap too.</summary>
    public IEnumerable<(int Start, int End)> Find(FoldedText passage)
    {
        if (passage.Length == 0)
        {
            yield break;
        }

        for (var at = _folded.IndexOf(passage._folded, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(passage._folded, at + 1, StringComparison.Ordinal))
        {
            yield return (_places[at], _places[at + passage.Length - 1] + 1);
        }
    }
}
