using System.Runtime.CompilerServices;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>A way to answer a query.</summary>
/// <param name="Selection">Which documents.</param>
/// <param name="Weights">What the pieces weigh among them.</param>
/// <param name="IsPartial">They need not have all that was asked for.</param>
/// <param name="IsByNumber">They have or cite the document number that was asked for.</param>
internal sealed record SelectionPlan(Selection Selection, Weights Weights, bool IsPartial = false, bool IsByNumber = false);

/// <summary>Decides which documents answer a query: first those with everything, then those with the telling part.</summary>
internal sealed class SelectionPlanner(PortalDbContext db, SelectionSql sql)
{
    /// <summary>Pieces of a query whose rarity is looked up.</summary>
    private const int MostPieces = 64;

    /// <summary>The ways to answer, best first; the next is asked for only when the one before found nothing.</summary>
    public async IAsyncEnumerable<SelectionPlan> PlansAsync(
        SearchQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var excluded = query.Excluded.Select(Condition.Of).ToList();
        var everything = new Selection.All([.. query.Words.Select(Condition.Of)], excluded);
        if (query.Number is { } number)
        {
            var cited = new Selection.All([Condition.Of(number)], excluded);
            yield return new(cited, Weights.Equal, IsByNumber: true);
        }

        yield return new(everything, Weights.Equal);
        if (await WeighedAsync(query, keep: 6, enough: 0.6, cancellation) is { } partial)
        {
            yield return partial;
        }
    }

    /// <summary>For texts that describe rather than ask: a good part of the telling pieces is enough. Null where none is known.</summary>
    public Task<SelectionPlan?> ForgivingAsync(SearchQuery query, CancellationToken cancellation) =>
        WeighedAsync(query, keep: 12, enough: 0.3, cancellation);

    private async Task<SelectionPlan?> WeighedAsync(SearchQuery query, int keep, double enough, CancellationToken cancellation)
    {
        var pieces = query.Words.Where(w => !w.IsExact).SelectMany(PiecesOf)
            .DistinctBy(p => p.Piece, StringComparer.Ordinal).Take(MostPieces).ToList();
        if (pieces.Count == 0)
        {
            return null;
        }

        var count = sql.Count([.. pieces.Select(p => p.Condition)]);
        var counts = await db.Database.SqlQueryRaw<PieceCount>(count.Text, count.Parameters)
            .ToDictionaryAsync(c => c.Ordinal, c => c.Count, cancellation);
        var weights = Weights.ByRarity(pieces.Select((p, i) => (p.Piece, counts[i])), SelectionSql.MostCounted);
        var weighed = pieces.Select(p => (p.Condition, Weight: weights.Of(p.Piece)))
            .Where(p => p.Weight > 0).OrderByDescending(p => p.Weight).Take(keep).ToList();
        return weighed.Count == 0
            ? null
            : new(new Selection.Some(weighed, enough * weighed.Sum(p => p.Weight), RequiredOf(query), ExcludedOf(query)), weights, IsPartial: true);
    }

    private static IEnumerable<(string Piece, Condition Condition)> PiecesOf(QueryWord word) => word.Pieces.Count > 0
        ? word.Pieces.Select(p => (p, (Condition)new Condition.Phrase([p], LastIsPrefix: false, p)))
        : [(word.Canonical, Condition.Of(word))];

    private static List<Condition> RequiredOf(SearchQuery query) => [.. query.Words.Where(w => w.IsExact).Select(Condition.Of)];

    private static List<Condition> ExcludedOf(SearchQuery query) => [.. query.Excluded.Select(Condition.Of)];

    private sealed record PieceCount(int Ordinal, int Count);
}
