using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>A part of a word that stands together.</summary>
/// <param name="Text">The part, canonical.</param>
/// <param name="At">How many terms of the word come before it.</param>
public sealed record WordPiece(string Text, int At);

/// <summary>A way in which a word can stand in a text.</summary>
/// <param name="Pieces">Its parts, which may stand apart; one for a short word.</param>
/// <param name="Length">How many terms it takes where it stands whole.</param>
/// <param name="Share">1 as it was typed, less for another word of the same meaning.</param>
/// <param name="Column">The only part of a document in which it counts; null: any.</param>
public sealed record WordForm(IReadOnlyList<WordPiece> Pieces, int Length, double Share, TextColumn? Column)
{
    /// <summary>The word in this form, canonical.</summary>
    public string Text { get; init; } = "";

    /// <summary>What to look for in a canonical text.</summary>
    public string Pattern => QueryWord.PatternOf(Text);
}

/// <summary>One thing that a query asks for: a word, an exact phrase, or a document number in the midst of words.</summary>
public sealed record QueryWord
{
    /// <summary>Words of more ideographs than this need not stand together.</summary>
    public const int LongestTogether = 4;

    /// <summary>What another word of the same meaning is worth.</summary>
    private const double OfSynonym = 0.9;

    /// <summary>第三十三条 and the like stand together, however long the number.</summary>
    private const string OrdinalEnds = "条款项章节编号期批";

    private const int LongestOrdinal = 10;

    private QueryWord(string shown, string canonical, bool isExact, DocumentNumberQuery? number)
    {
        Shown = shown;
        Canonical = canonical;
        IsExact = isExact;
        Number = number;
        Phrase = Analyser.Phrase(canonical);
        Pattern = number is null ? PatternOf(canonical) : NumberTerms.Pattern(number);
        Pieces = isExact || number is not null ? [] : PiecesOf(canonical);
        Forms = [FormOf(canonical, Pieces)];
    }

    /// <summary>As it was typed.</summary>
    public string Shown { get; }

    /// <summary>In canonical form, with letters or digits in it.</summary>
    public string Canonical { get; }

    /// <summary>Typed between quotation marks, or asked for by name: nothing else will do.</summary>
    public bool IsExact { get; }

    /// <summary>The number that it is, or null.</summary>
    public DocumentNumberQuery? Number { get; }

    /// <summary>The terms that stand in these places where the whole word stands.</summary>
    public IReadOnlyList<PlacedTerm> Phrase { get; }

    /// <summary>What to look for in a canonical text.</summary>
    public string Pattern { get; }

    /// <summary>A single ideograph.</summary>
    public bool IsSingle => Number is null && Phrase.Count == 1 && Analyser.IsSingle(Phrase[0].Text);

    /// <summary>For a long word the words it is made of, which may stand apart; otherwise empty.</summary>
    public IReadOnlyList<string> Pieces { get; private init; }

    /// <summary>The ways in which it may stand in a text; the first is as it was typed.</summary>
    public IReadOnlyList<WordForm> Forms { get; private init; }

    /// <summary>A word to be found as it is or, when it is long, in pieces.</summary>
    public static QueryWord Word(string canonical) => new(canonical.Trim(), canonical, isExact: false, number: null);

    /// <summary>A phrase to be found as it is.</summary>
    public static QueryWord Exact(string canonical) => new(canonical.Trim(), canonical, isExact: true, number: null);

    /// <summary>A word that must stand in one part of a document.</summary>
    public static QueryWord In(TextColumn column, string canonical)
    {
        var word = Exact(canonical);
        return word with { Forms = [word.Forms[0] with { Column = column }] };
    }

    /// <summary>The same, or instead one of other words of the same meaning.</summary>
    /// <param name="others">The other words, canonical.</param>
    public QueryWord Or(IEnumerable<string> others) =>
        this with { Forms = [.. Forms, .. others.Where(o => o.Length > 1).Select(o => FormOf(o, PiecesOf(o)) with { Share = OfSynonym, Text = o })] };

    /// <summary>The same, where its words may stand apart though it is short; itself where it is one word or must stand as it is.</summary>
    public QueryWord Loosen()
    {
        var parts = IsExact || IsSingle || Number is not null || Pieces.Count > 0 ? [] : WordParts.Of(Canonical);
        return parts.Count == 0 ? this : this with
        {
            Pieces = parts,
            Forms = [FormOf(Canonical, parts), .. Forms.Skip(1).Select(f => FormOf(f.Text, WordParts.Of(f.Text)) with { Share = f.Share, Text = f.Text })],
        };
    }

    /// <summary>A number that was asked for by name: nothing else will do.</summary>
    public static QueryWord OfNumber(string shown, DocumentNumberQuery number) =>
        new(shown, CanonicalText.TextOf(shown), isExact: true, number);

    /// <summary>A number that stood among words: see <see cref="SearchQuery.WithoutNumbers"/>.</summary>
    public static QueryWord NumberAmongWords(string shown, DocumentNumberQuery number) =>
        new(shown, CanonicalText.TextOf(shown), isExact: false, number);

    /// <summary>Drops the spaces beside ideographs: those may stand anywhere in a run, other words only as a whole.</summary>
    internal static string PatternOf(string canonical)
    {
        var text = canonical.AsSpan();
        if (text.Length < 3)
        {
            return canonical;
        }

        var startsInside = Runs.IsIdeographic(text[1..]);
        var last = Runs.Of(canonical).Last();
        var endsInside = Runs.IsIdeographic(text[last]);
        return canonical[(startsInside ? 1 : 0)..^(endsInside ? 1 : 0)];
    }

    private static WordForm FormOf(string canonical, IReadOnlyList<string> pieces)
    {
        var length = Analyser.Length(canonical);
        if (pieces.Count == 0)
        {
            return new([new(canonical, 0)], length, 1, Column: null);
        }

        var word = canonical.Trim();
        return new([.. pieces.Select(p => new WordPiece(p, word.IndexOf(p, StringComparison.Ordinal)))], length, 1, Column: null);
    }

    private static List<string> PiecesOf(string canonical)
    {
        var word = canonical.AsSpan().Trim();
        if (word.Length <= LongestTogether || (word[0] == '第' && word.Length <= LongestOrdinal && OrdinalEnds.Contains(word[^1])))
        {
            return [];
        }

        return WordParts.Of(canonical);
    }
}
