namespace Livelihood.Search.Domain.Ranking;

/// <summary>
/// How much each piece of a query says: rare ones more. Only asked for when no document has all of them; until then every
/// piece weighs the same.
/// </summary>
public sealed class Weights
{
    private readonly IReadOnlyDictionary<string, double>? _weights;

    private Weights(IReadOnlyDictionary<string, double>? weights) => _weights = weights;

    /// <summary>Every piece weighs 1.</summary>
    public static Weights Equal { get; } = new(null);

    /// <summary>The logarithm of the share of documents that do not have it; what is nowhere or everywhere weighs nothing.</summary>
    /// <param name="counts">For each piece, how many documents have it.</param>
    /// <param name="most">The count at which counting stopped.</param>
    public static Weights ByRarity(IEnumerable<(string Piece, int Count)> counts, int most) => new(counts
        .Where(c => c.Count > 0)
        .ToDictionary(c => c.Piece, c => Math.Log(1 + (double)most / c.Count), StringComparer.Ordinal));

    /// <summary>The weight of a piece: a canonical word or a pair of characters.</summary>
    public double Of(string piece) => _weights is null ? 1 : _weights.GetValueOrDefault(piece);
}
