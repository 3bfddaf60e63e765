using System.Buffers;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Postgres;

/// <summary>Answers a plan from the lists of its terms. Whether terms stand together is not known from them.</summary>
/// <param name="plan">The plan.</param>
/// <param name="lists">The documents of each of its terms.</param>
internal sealed class PlanSets(MatchPlan plan, IReadOnlyDictionary<TermKey, IdSet> lists)
{
    /// <summary>The lists that a plan needs.</summary>
    public static IEnumerable<TermKey> KeysOf(MatchPlan plan) =>
        plan.Terms.Select(t => KeyOf(t, inTitle: false))
            .Concat(plan.Characters.Concat(plan.ExcludedCharacters).Concat(plan.Excluded.SelectMany(e => e)).Select(t => new TermKey(t, IsInTitle: false)));

    /// <summary>The lists that <see cref="InTitle"/> needs; none where something is asked for that cannot stand in a title.</summary>
    public static IReadOnlyList<TermKey> TitleKeysOf(MatchPlan plan) =>
        plan.Terms.Any(t => t.Column is not null and not TextColumn.Title)
            ? []
            : [.. plan.Terms.Select(t => t.Text).Concat(plan.Characters).Select(t => new TermKey(t, IsInTitle: true))];

    /// <summary>The documents that have all words, each in one of its forms, and nothing that is excluded.</summary>
    public IdSet? All() => Without(AllOf(plan.Words, inTitle: false));

    /// <summary>Those that have all words in the title.</summary>
    public IdSet? InTitle() => AllOf(plan.Words, inTitle: true);

    /// <summary>The documents that have enough of the pieces, and all that is required, each with the weight it has.</summary>
    public MatchSet Weighed(DocumentColumns columns)
    {
        var required = AllOf(plan.Words.Where(w => w.IsRequired), inTitle: false);
        var weights = ArrayPool<double>.Shared.Rent(columns.Limit);
        weights.AsSpan().Clear();
        IdSet? having = null;
        foreach (var piece in plan.Words.Where(w => !w.IsRequired).SelectMany(w => w.Forms).SelectMany(f => f.Pieces))
        {
            var all = And([required, .. piece.Terms.Select(t => ListOf(t, inTitle: false))])!;
            foreach (var id in all.ToArray().Where(id => id < columns.Limit))
            {
                weights[id] += piece.Weight;
            }

            having = Or([having, all]);
        }

        var found = new MatchSetBuilder();
        foreach (var id in (Without(having)?.ToArray() ?? []).Where(id => columns.Has(id) && weights[id] >= plan.Least))
        {
            found.Add(id, (float)weights[id]);
        }

        ArrayPool<double>.Shared.Return(weights);
        return found.Build();
    }

    private static TermKey KeyOf(AskedTerm term, bool inTitle) => new(term.Text, inTitle || term.Column == TextColumn.Title);

    private IdSet ListOf(PieceTerm term, bool inTitle) => lists[KeyOf(plan.Terms[term.Index], inTitle)];

    private IdSet? AllOf(IEnumerable<PlannedWord> words, bool inTitle) => And(
    [
        .. words.Select(word => Or([.. word.Forms.Select(form => And([.. form.Pieces.SelectMany(p => p.Terms).Select(t => ListOf(t, inTitle))]))])),
        .. plan.Characters.Select(c => lists[new(c, inTitle)]),
    ]);

    private IdSet? Without(IdSet? all)
    {
        var phrases = plan.Excluded.Where(e => e.Count > 0).Select(e => And([.. e.Select(t => lists[new(t, IsInTitle: false)])]));
        var excluded = Or([.. phrases, .. plan.ExcludedCharacters.Select(c => lists[new(c, IsInTitle: false)])]);
        return all is null || excluded is null ? all : all - excluded;
    }

    /// <summary>What is in all sets; null where there are none.</summary>
    private static IdSet? And(IReadOnlyList<IdSet?> sets) => sets.OfType<IdSet>().Aggregate((IdSet?)null, (all, set) => all is null ? set : all & set);

    /// <summary>What is in one of the sets; null where there are none.</summary>
    private static IdSet? Or(IReadOnlyList<IdSet?> sets) => sets.OfType<IdSet>().Aggregate((IdSet?)null, (any, set) => any is null ? set : any | set);
}
