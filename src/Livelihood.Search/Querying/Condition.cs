using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Queries;

namespace Livelihood.Search.Querying;

/// <summary>Something that a document must have, as the index can check it.</summary>
internal abstract record Condition
{
    /// <summary>Terms that stand one after the other.</summary>
    /// <param name="Terms">The terms.</param>
    /// <param name="LastIsPrefix">The last is the beginning of a term.</param>
    /// <param name="Pattern">The same in canonical text.</param>
    public sealed record Phrase(IReadOnlyList<string> Terms, bool LastIsPrefix, string Pattern) : Condition;

    /// <summary>Terms that stand anywhere.</summary>
    public sealed record Scattered(IReadOnlyList<string> Terms) : Condition;

    /// <summary>A single ideograph.</summary>
    public sealed record Character(string Text) : Condition;

    /// <summary>A document number, as its own or cited.</summary>
    public sealed record Number(string Term) : Condition;

    /// <summary>What a word of a query demands: all its pieces where it is long, else the word as it is.</summary>
    public static Condition Of(QueryWord word) => word switch
    {
        { Number: { } number } => new Number(NumberTerms.Of(number)),
        { IsSingle: true } => new Character(word.Terms[0]),
        { Pieces.Count: > 0 } => new Scattered(word.Pieces),
        _ => new Phrase(word.Terms, word.LastIsPrefix, word.Pattern),
    };

    /// <summary>A document number.</summary>
    public static Condition Of(DocumentNumberQuery number) => new Number(NumberTerms.Of(number));
}

/// <summary>Which documents are meant.</summary>
internal abstract record Selection
{
    /// <summary>Those that have everything.</summary>
    /// <param name="Conditions">At least one.</param>
    /// <param name="Excluded">None of these.</param>
    public sealed record All(IReadOnlyList<Condition> Conditions, IReadOnlyList<Condition> Excluded) : Selection;

    /// <summary>Those that have enough of what weighs.</summary>
    /// <param name="Weighed">What is looked for, with the weight of each; at least one.</param>
    /// <param name="Least">The weight that is enough.</param>
    /// <param name="Required">All of these besides.</param>
    /// <param name="Excluded">None of these.</param>
    public sealed record Some(
        IReadOnlyList<(Condition Condition, double Weight)> Weighed, double Least,
        IReadOnlyList<Condition> Required, IReadOnlyList<Condition> Excluded) : Selection;
}
