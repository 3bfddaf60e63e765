using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>Walks through the documents that may answer a plan, on one connection.</summary>
internal sealed class PlanWalk : IDisposable
{
    private readonly IndexPages _terms;
    private readonly IndexPages? _characters;
    private readonly DocumentCursor _documents;
    private readonly TermPostings[] _judged;
    private readonly bool _isOfCharacters;
    private readonly Positions[] _places;
    private readonly ExcludedTerms[] _excluded;

    private PlanWalk(MatchPlan plan, IndexPages terms, IndexPages? characters)
    {
        (_terms, _characters) = (terms, characters);
        var asked = plan.Terms.Select(t => new TermPostings(terms, t.Text, t.Column)).ToArray();
        var singles = plan.Characters.Select(c => new TermPostings(characters!, c)).ToArray();
        _isOfCharacters = asked.Length == 0;
        _judged = _isOfCharacters ? singles : asked;
        _places = [.. _judged.Select(_ => new Positions())];
        _documents = All([.. singles, .. asked.Length == 0 ? [] : Words(plan, asked)]);
        _excluded =
        [
            .. plan.Excluded.Select(e => new ExcludedTerms([.. e.Select(t => new TermPostings(terms, t))])),
            .. plan.ExcludedCharacters.Select(c => new ExcludedTerms([new TermPostings(characters!, c)])),
        ];
    }

    /// <summary>Opens a walk; null where the index cannot be read.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="plan">The plan; it must ask for something.</param>
    /// <param name="limit">One more than the greatest number of a document.</param>
    public static PlanWalk? TryOpen(SqliteTables tables, MatchPlan plan, int limit)
    {
        if (tables.IsWriting || IndexPages.TryOpen(tables, SqliteTables.Terms, limit) is not { } terms)
        {
            return null;
        }

        var asksCharacters = plan.Characters.Count + plan.ExcludedCharacters.Count > 0;
        var characters = asksCharacters ? IndexPages.TryOpen(tables, SqliteTables.Characters, limit) : null;
        if (characters is not null || !asksCharacters)
        {
            return new(plan, terms, characters);
        }

        terms.Dispose();
        return null;
    }

    /// <summary>Hands all documents of a range to a collector, in order. Ranges must come in order too.</summary>
    public void Collect((int First, int Last) range, ScoringCollector collector)
    {
        for (var id = _documents.SeekTo(range.First); id <= range.Last; id = _documents.SeekTo(id + 1))
        {
            if (!IsExcluded(id))
            {
                Locate(id);
                collector.Row(id, _places);
            }
        }
    }

    public void Dispose()
    {
        _terms.Dispose();
        _characters?.Dispose();
    }

    private bool IsExcluded(int id)
    {
        // No lambda: it would be made anew for each document.
        foreach (var excluded in _excluded)
        {
            if (excluded.StandIn(id))
            {
                return true;
            }
        }

        return false;
    }

    private void Locate(int id)
    {
        for (var i = 0; i < _judged.Length; i++)
        {
            if (_judged[i].SeekTo(id) != id)
            {
                _places[i].Clear();
            }
            else if (_isOfCharacters)
            {
                _places[i].Clear();
                _places[i].Add(SqliteTables.PlaceOfCharacter(_judged[i].FirstColumn));
            }
            else
            {
                _judged[i].Places(_places[i]);
            }
        }
    }

    /// <summary>
    /// A required word is in the document in one of its forms, each with all its terms; of the other words any piece is, with
    /// all its terms.
    /// </summary>
    private static IEnumerable<DocumentCursor> Words(MatchPlan plan, TermPostings[] asked)
    {
        DocumentCursor Terms(IEnumerable<PlannedPiece> pieces) => All([.. pieces.SelectMany(p => p.Terms).Select(t => t.Index).Distinct().Select(i => asked[i])]);
        foreach (var word in plan.Words.Where(w => w.IsRequired))
        {
            yield return Any([.. word.Forms.Select(f => Terms(f.Pieces))]);
        }

        var optional = plan.Words.Where(w => !w.IsRequired).SelectMany(w => w.Forms).SelectMany(f => f.Pieces).ToList();
        if (optional.Count > 0)
        {
            yield return Any([.. optional.Select(p => Terms([p]))]);
        }
    }

    private static DocumentCursor All(DocumentCursor[] parts) => parts.Length == 1 ? parts[0] : new AllOf(parts);

    private static DocumentCursor Any(DocumentCursor[] parts) => parts.Length == 1 ? parts[0] : new AnyOf(parts);

    /// <summary>Terms that must not stand one after the other.</summary>
    private sealed class ExcludedTerms(TermPostings[] terms)
    {
        private readonly Positions[] _places = [.. terms.Select(_ => new Positions())];
        private readonly Standing _together = new([.. Enumerable.Range(0, terms.Length)]);

        public bool StandIn(int id)
        {
            foreach (var term in terms)
            {
                if (term.SeekTo(id) != id)
                {
                    return false;
                }
            }

            if (terms.Length == 1)
            {
                return true;
            }

            for (var i = 0; i < terms.Length; i++)
            {
                terms[i].Places(_places[i]);
                _together.Set(i, _places[i]);
            }

            return !_together.Look().IsEmpty;
        }
    }
}
