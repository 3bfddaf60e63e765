using Livelihood.Platform.Data;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Index;
using Livelihood.Search.Querying;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Matching.Postgres;

/// <summary>
/// Finds documents by the lists of their terms. Those have no positions (checking them would read every vector), so whether terms
/// stand together is seen in the texts: of all documents where they are few, else of the most promising.
/// </summary>
internal sealed class PostgresMatcher(PortalDbContext db, TermLists lists, Snapshots snapshots) : IMatcher
{
    /// <summary>Up to this many are judged at once, and counted exactly.</summary>
    private const int MostJudgedAtOnce = 300;

    /// <summary>Characters of one document that are looked at when it is judged.</summary>
    private const int MostText = 50_000;

    public async Task<MatchSet> MatchAsync(MatchPlan plan, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var sets = new PlanSets(plan, await ReadAsync(PlanSets.KeysOf(plan), columns, cancellation));
        var found = plan.Least > 0 ? sets.Weighed(columns) : Set(sets.All(), columns);
        if (found.Count == 0)
        {
            return MatchSet.Empty;
        }

        if (found.Count <= MostJudgedAtOnce)
        {
            return Scored(await JudgeAsync(plan, found.ToIds(), columns, today, cancellation));
        }

        return new(found) { IsScored = false, InTitle = plan.Least > 0 ? [] : await InTitleAsync(plan, columns, cancellation) };
    }

    public async Task<IReadOnlyDictionary<int, float>> JudgeAsync(
        MatchPlan plan, IReadOnlyCollection<int> ids, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var wanted = ids.Select(id => (long)id).ToList();
        var rows = await db.Set<SearchText>().Where(t => wanted.Contains(t.DocumentId))
            .Select(t => new { Id = (int)t.DocumentId, t.Title, t.Headings, Text = t.Text.Substring(0, MostText) })
            .ToListAsync(cancellation);
        var asked = plan.Terms.Count > 0 ? plan : CharacterPlan.Of(plan);
        var positions = new TextPositions(asked);
        var scorer = new DocumentScorer(asked, today);
        // That a document has a number is known from its terms.
        var numbers = asked.Terms.Where(t => t.Column == TextColumn.Numbers).Select(t => t.Text).ToList();
        return rows.ToDictionary(r => r.Id, r => scorer.Score(
            plan.Terms.Count > 0
                ? positions.Of(r.Title, r.Headings, BodyOf(r.Text, r.Title, r.Headings), numbers)
                : positions.OfCharacters(r.Title),
            columns.DayOf(r.Id), columns.InForce.Has(r.Id)));
    }

    public async Task<IReadOnlyList<int>> CountAsync(
        IReadOnlyList<IReadOnlyList<string>> phrases, int most, DocumentColumns columns, CancellationToken cancellation)
    {
        var sets = await ReadAsync(phrases.SelectMany(p => p).Select(t => new TermKey(t, IsInTitle: false)), columns, cancellation);
        return [.. phrases.Select(phrase => Math.Min(most, phrase.Select(t => sets[new(t, IsInTitle: false)]).Aggregate((all, set) => all & set).Count))];
    }

    /// <summary>The text without title and headings, with which it begins.</summary>
    internal static string BodyOf(string text, string title, string headings)
    {
        var before = string.Concat(title, headings).Replace("  ", " ", StringComparison.Ordinal).Length - 1;
        return before > 0 && before < text.Length ? text[before..] : text;
    }

    private static MatchSet Set(IdSet? ids, DocumentColumns columns)
    {
        int[] found = ids is null ? [] : [.. ids.ToArray().Where(id => columns.Has(id))];
        return new(found);
    }

    private static MatchSet Scored(IReadOnlyDictionary<int, float> scores)
    {
        var found = new MatchSetBuilder();
        foreach (var (id, score) in scores.Where(s => s.Value >= 0).OrderBy(s => s.Key))
        {
            found.Add(id, score);
        }

        return found.Build();
    }

    private async Task<int[]> InTitleAsync(MatchPlan plan, DocumentColumns columns, CancellationToken cancellation)
    {
        var keys = PlanSets.TitleKeysOf(plan);
        return keys.Count == 0 ? [] : new PlanSets(plan, await ReadAsync(keys, columns, cancellation)).InTitle()?.ToArray() ?? [];
    }

    private Task<IReadOnlyDictionary<TermKey, IdSet>> ReadAsync(IEnumerable<TermKey> terms, DocumentColumns columns, CancellationToken cancellation) =>
        lists.ReadAsync(db, snapshots.SharedGeneration, terms, columns.Limit, cancellation);
}
