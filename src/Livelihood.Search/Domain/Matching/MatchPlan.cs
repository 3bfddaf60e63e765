using System.Runtime.InteropServices;

namespace Livelihood.Search.Domain.Matching;

/// <summary>A term that the index is asked for.</summary>
/// <param name="Text">The term.</param>
/// <param name="Column">The only column in which it counts; null: any.</param>
public sealed record AskedTerm(string Text, TextColumn? Column);

/// <summary>A term of a piece: which of the plan's, and where in the piece it stands.</summary>
/// <param name="Index">Index into <see cref="MatchPlan.Terms"/>.</param>
/// <param name="Offset">How many terms after the piece's first.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PieceTerm(int Index, int Offset);

/// <summary>Characters that must stand together.</summary>
/// <param name="Terms">Its terms; at least one.</param>
/// <param name="At">Where in the word it begins.</param>
/// <param name="Weight">What it weighs when not all of a query need be found.</param>
public sealed record PlannedPiece(IReadOnlyList<PieceTerm> Terms, int At, double Weight);

/// <summary>A way in which a word can stand in a text: all its pieces, together or apart.</summary>
/// <param name="Pieces">At least one.</param>
/// <param name="Length">How many terms it takes where it stands whole.</param>
/// <param name="Share">1 as it was typed, less for another word of the same meaning.</param>
public sealed record PlannedForm(IReadOnlyList<PlannedPiece> Pieces, int Length, double Share);

/// <summary>A word of a query.</summary>
/// <param name="Forms">Any of these; the first is as it was typed.</param>
/// <param name="Weight">What it weighs in the order of results.</param>
/// <param name="IsRequired">No document without it is an answer.</param>
public sealed record PlannedWord(IReadOnlyList<PlannedForm> Forms, double Weight, bool IsRequired);

/// <summary>What the index is asked, and how its answers are judged. Made by <see cref="MatchPlanner"/>; the same for every database.</summary>
public sealed record MatchPlan
{
    /// <summary>The terms, in the order in which they are asked.</summary>
    public required IReadOnlyList<AskedTerm> Terms { get; init; }

    /// <summary>The words to be found in the terms.</summary>
    public required IReadOnlyList<PlannedWord> Words { get; init; }

    /// <summary>Single ideographs that must be there.</summary>
    public IReadOnlyList<string> Characters { get; init; } = [];

    /// <summary>Terms without a gap that must not be there, each list one after the other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Excluded { get; init; } = [];

    /// <summary>Single ideographs that must not be there.</summary>
    public IReadOnlyList<string> ExcludedCharacters { get; init; } = [];

    /// <summary>The weight of pieces that is enough; 0: all words.</summary>
    public double Least { get; init; }

    /// <summary>Nothing is asked of the index.</summary>
    public bool IsEmpty => Terms.Count == 0 && Characters.Count == 0;
}
