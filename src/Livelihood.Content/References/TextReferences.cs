using Livelihood.Content.Documents;

namespace Livelihood.Content.References;

/// <summary>A place in a text that names a document.</summary>
/// <param name="Key">What it names: see <see cref="ReferenceKey"/>.</param>
/// <param name="Start">Offset of its first character (UTF-16 code units).</param>
/// <param name="Length">How many characters it takes, for a title with its brackets.</param>
public sealed record TextReference(string Key, int Start, int Length);

/// <summary>Finds what a text refers to: document numbers, and titles in 《》. Pure; time grows linearly with the text.</summary>
public static class TextReferences
{
    /// <summary>The references, in order, none inside another: of a title that holds a number the title counts.</summary>
    public static IReadOnlyList<TextReference> In(string text)
    {
        var found = new List<TextReference>(Titles(text));
        var titles = found.Count;
        var at = 0;
        foreach (var number in DocumentNumber.FindAll(text))
        {
            while (at < titles && found[at].Start + found[at].Length <= number.Start)
            {
                at++;
            }

            if (at == titles || found[at].Start >= number.Start + number.Length)
            {
                found.Add(new(ReferenceKey.OfNumber(number.Number), number.Start, number.Length));
            }
        }

        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    /// <summary>The titles in 《》; of nested ones the outermost, as 《关于修改〈…〉的决定》 names the decision.</summary>
    private static IEnumerable<TextReference> Titles(string text)
    {
        for (var open = text.IndexOf('《'); open >= 0;)
        {
            var close = Close(text, open);
            if (close > 0 && ReferenceKey.OfTitle(text.AsSpan(open + 1, close - open - 1)) is { } key)
            {
                yield return new(key, open, close - open + 1);
            }

            open = text.IndexOf('《', close > 0 ? close : open + 1);
        }
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open <= ReferenceKey.LongestTitle + 2; i++)
        {
            depth += text[i] switch { '《' => 1, '》' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }

            if (text[i] is '。' or '\n')
            {
                return 0;
            }
        }

        return 0;
    }
}
