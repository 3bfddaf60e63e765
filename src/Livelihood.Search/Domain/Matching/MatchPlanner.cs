using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Matching;

/// <summary>Turns a query into what the index is asked.</summary>
public sealed class MatchPlanner
{
    private readonly List<AskedTerm> _terms = [];
    private readonly Dictionary<(string Term, TextColumn? Column), int> _shared = [];
    private readonly Weights _weights;

    private MatchPlanner(Weights weights) => _weights = weights;

    /// <summary>Documents with all words.</summary>
    public static MatchPlan All(SearchQuery query)
    {
        var planner = new MatchPlanner(Weights.Equal);
        var words = query.Words.Where(w => !w.IsSingle).Select(w => planner.Plan(w, isRequired: true)).ToList();
        return planner.Finish(words, query, 0);
    }

    /// <summary>Documents with all pieces that weigh, and with all exact phrases; null where no piece weighs anything.</summary>
    /// <param name="query">The query.</param>
    /// <param name="weights">What the pieces weigh; what weighs nothing is not asked for.</param>
    public static MatchPlan? Known(SearchQuery query, Weights weights)
    {
        var planner = new MatchPlanner(weights);
        var asked = query with { Words = [.. query.Words.Where(w => !w.IsSingle)] };
        var words = asked.Words.Select(w => planner.Plan(w, isRequired: true, isWeighed: !w.IsExact)).Where(w => w.Forms.Count > 0).ToList();
        return words.Count > 0 ? planner.Finish(words, asked, 0) : null;
    }

    /// <summary>Documents that have or cite a document number.</summary>
    public static MatchPlan Number(SearchQuery query, DocumentNumberQuery number)
    {
        var planner = new MatchPlanner(Weights.Equal);
        return planner.Finish([planner.PlanNumber(NumberTerms.Of(number))], query, 0);
    }

    /// <summary>Documents with enough of the pieces that weigh, and with all exact phrases; null where no piece weighs anything.</summary>
    /// <param name="query">The query.</param>
    /// <param name="weights">What the pieces weigh; what weighs nothing is not asked for.</param>
    /// <param name="enough">The share of the weight that is enough.</param>
    public static MatchPlan? Some(SearchQuery query, Weights weights, double enough)
    {
        var planner = new MatchPlanner(weights);
        var words = query.Words.Where(w => !w.IsSingle).OrderByDescending(w => w.IsExact)
            .Select(w => planner.Plan(w, isRequired: w.IsExact)).Where(w => w.Forms.Count > 0).ToList();
        var least = enough * words.Where(w => !w.IsRequired).Sum(w => w.Forms[0].Pieces.Sum(p => p.Weight));
        return least > 0 ? planner.Finish(words, query with { Words = [.. query.Words.Where(w => !w.IsSingle)] }, least) : null;
    }

    private MatchPlan Finish(IReadOnlyList<PlannedWord> words, SearchQuery query, double least) => new()
    {
        Terms = _terms,
        Words = words,
        Least = least,
        Characters = [.. query.Words.Where(w => w.IsSingle && w.Number is null).Select(w => w.Phrase[0].Text)],
        Excluded = [.. query.Excluded.Where(w => !w.IsSingle).Select(w => w.Number is { } n ? [NumberTerms.Of(n)] : Analyser.Sequence(w.Canonical)).Where(s => s.Count > 0)],
        ExcludedCharacters = [.. query.Excluded.Where(w => w.IsSingle).Select(w => w.Phrase[0].Text)],
    };

    private PlannedWord Plan(QueryWord word, bool isRequired, bool isWeighed = false)
    {
        if (word.Number is { } number)
        {
            return PlanNumber(NumberTerms.Of(number));
        }

        var forms = word.Forms.Select(f => PlanForm(f, isWeighed || !isRequired, isShared: isRequired && word.Forms.Count == 1)).OfType<PlannedForm>().ToList();
        var weight = forms.Count == 0 ? 0 : forms[0].Pieces.Average(p => p.Weight);
        return new(forms, weight, isRequired);
    }

    private PlannedForm? PlanForm(WordForm form, bool isWeighed, bool isShared)
    {
        var pieces = form.Pieces
            .Select(p => (Piece: p, Weight: isWeighed ? _weights.Of(p.Text) : 1))
            .Where(p => p.Weight > 0)
            .Select(p => PlanPiece(p.Piece, p.Weight, form.Column, isShared))
            .ToList();
        return pieces.Count == 0 ? null : new(pieces, form.Length, form.Share);
    }

    private PlannedPiece PlanPiece(WordPiece piece, double weight, TextColumn? column, bool isShared)
    {
        var phrase = Analyser.Phrase(piece.Text);
        var terms = phrase.Select(t => new PieceTerm(IndexOf(t.Text, column, isShared), t.Offset - phrase[0].Offset)).ToList();
        return new(terms, piece.At, weight);
    }

    private PlannedWord PlanNumber(string term) =>
        new([new([new([new(IndexOf(term, TextColumn.Numbers, isShared: true), 0)], 0, 1)], 1, 1)], 1, IsRequired: true);

    /// <summary>
    /// A term that several words need is asked for once, except where one of them can do without it: the index tells the terms
    /// of such words apart by their places in the question.
    /// </summary>
    private int IndexOf(string term, TextColumn? column, bool isShared)
    {
        if (isShared && _shared.TryGetValue((term, column), out var index))
        {
            return index;
        }

        _terms.Add(new(term, column));
        if (isShared)
        {
            _shared.Add((term, column), _terms.Count - 1);
        }

        return _terms.Count - 1;
    }
}
