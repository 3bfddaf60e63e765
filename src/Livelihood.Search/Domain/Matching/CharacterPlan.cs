namespace Livelihood.Search.Domain.Matching;

/// <summary>A query of single ideographs as a plan whose terms are the characters.</summary>
public static class CharacterPlan
{
    /// <summary>The plan; its terms are to be asked of the table of characters.</summary>
    public static MatchPlan Of(MatchPlan plan) => new()
    {
        Terms = [.. plan.Characters.Select(c => new AskedTerm(c, Column: null))],
        Words = [.. plan.Characters.Select((_, i) => new PlannedWord([new([new([new(i, 0)], 0, 1)], 1, 1)], 1, IsRequired: true))],
    };
}
