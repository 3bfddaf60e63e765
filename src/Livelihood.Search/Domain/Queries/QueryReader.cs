using System.Buffers;
using System.Text;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>A piece of a query as it was typed.</summary>
/// <param name="Text">The piece, without quotation marks and minus sign.</param>
/// <param name="IsExact">It stood between quotation marks.</param>
/// <param name="IsExcluded">A minus sign stood before it.</param>
internal sealed record QueryPart(string Text, bool IsExact, bool IsExcluded);

/// <summary>Cuts a query at spaces, signs and quotation marks.</summary>
internal sealed class QueryReader
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟＂«»「」『』");
    private const string Minuses = "-－−﹣";
    private const string Joiners = "-./_@:";

    private readonly List<QueryPart> _parts = [];
    private readonly StringBuilder _word = new();
    private bool _isExcluded;

    public static (IReadOnlyList<QueryPart> Parts, bool HasOpenQuote) Read(string text)
    {
        var reader = new QueryReader();
        var hasOpenQuote = reader.Take(text);
        return (reader._parts, hasOpenQuote);
    }

    /// <summary>Whether a minus sign stands at a place that excludes what follows.</summary>
    public static bool Excludes(ReadOnlySpan<char> text, int at) =>
        at >= 0 && Minuses.Contains(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    /// <summary>Whether a place stands between quotation marks, where everything is meant as it is written.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> text, int at)
    {
        var before = 0;
        foreach (var character in text[..at])
        {
            before += Quotes.Contains(character) ? 1 : 0;
        }

        return before % 2 == 1 && text[at..].ContainsAny(Quotes);
    }

    private bool Take(string text)
    {
        var hasOpenQuote = false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (Quotes.Contains(character))
            {
                var end = text.AsSpan(at + 1).IndexOfAny(Quotes);
                if (end < 0)
                {
                    hasOpenQuote = true;
                    EndWord();
                    continue;
                }

                TakePhrase(text.Substring(at + 1, end));
                at += end + 1;
            }
            else if (Minuses.Contains(character) && _word.Length == 0)
            {
                _isExcluded = Excludes(text, at);
            }
            else if (BelongsToWord(text, at))
            {
                _word.Append(character);
            }
            else
            {
                EndWord();
            }
        }

        EndWord();
        return hasOpenQuote;
    }

    private void TakePhrase(string text)
    {
        var isExcluded = _isExcluded && _word.Length == 0;
        EndWord();
        _parts.Add(new(text, IsExact: true, isExcluded));
        _isExcluded = false;
    }

    private void EndWord()
    {
        if (_word.Length > 0)
        {
            _parts.Add(new(_word.ToString(), IsExact: false, _isExcluded));
            _word.Clear();
        }

        _isExcluded = false;
    }

    /// <summary>Letters, digits and their companions; between two of ASCII also the signs of dates, addresses and decimals.</summary>
    private static bool BelongsToWord(string text, int at)
    {
        var character = text[at];
        if (Joiners.Contains(character))
        {
            return at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]);
        }

        return char.IsSurrogate(character)
            || CharacterFolding.IsTransparent(new Rune(character))
            || CanonicalText.TextOf(character.ToString()).Length > 1;
    }
}
