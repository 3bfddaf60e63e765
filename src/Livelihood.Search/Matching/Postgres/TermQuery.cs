using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Postgres;

/// <summary>Writes a plan in the words of tsquery. Terms have no quotes and no operators in them, and are quoted nevertheless.</summary>
internal static class TermQuery
{
    /// <summary>All of the terms.</summary>
    public static string All(IEnumerable<string> terms) => string.Join(" & ", terms.Distinct(StringComparer.Ordinal).Select(Quote));

    /// <summary>What all of the vector must meet; null where nothing is asked of it.</summary>
    public static string? Of(MatchPlan plan)
    {
        var parts = plan.Words.Select(w => Word(plan, w, t => t.Column != TextColumn.Title)).OfType<string>()
            .Concat(plan.Characters.Select(Quote))
            .Concat(plan.ExcludedCharacters.Select(c => "!" + Quote(c)))
            .Concat(plan.Excluded.Select(e => $"!({All(e)})"))
            .ToList();
        return parts.Count == 0 ? null : string.Join(" & ", parts);
    }

    /// <summary>What the title's vector must meet; null where nothing is asked of it alone.</summary>
    public static string? OfTitle(MatchPlan plan)
    {
        var parts = plan.Words.Select(w => Word(plan, w, t => t.Column == TextColumn.Title)).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(" & ", parts);
    }

    /// <summary>Everything in the title; null where there is something that cannot stand there.</summary>
    public static string? AllInTitle(MatchPlan plan)
    {
        if (plan.Terms.Any(t => t.Column is not null and not TextColumn.Title))
        {
            return null;
        }

        var parts = plan.Words.Select(w => Word(plan, w, _ => true)).OfType<string>().Concat(plan.Characters.Select(Quote)).ToList();
        return parts.Count == 0 ? null : string.Join(" & ", parts);
    }

    private static string? Word(MatchPlan plan, PlannedWord word, Func<AskedTerm, bool> counts)
    {
        var forms = word.Forms
            .Select(f => All(f.Pieces.SelectMany(p => p.Terms).Select(t => plan.Terms[t.Index]).Where(counts).Select(t => t.Text)))
            .Where(f => f.Length > 0).ToList();
        return forms.Count switch { 0 => null, 1 => forms[0], _ => $"({string.Join(" | ", forms.Select(f => $"({f})"))})" };
    }

    private static string Quote(string term) => $"'{term.Replace("'", "''", StringComparison.Ordinal)}'";
}
