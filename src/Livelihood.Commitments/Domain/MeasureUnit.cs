namespace Livelihood.Commitments.Domain;

/// <summary>
/// The unit of a target or a figure (场, 公里, 万人), with what is needed to compare two of them:
/// 4.4万人 and 11745人 are the same kind of thing, 公里 and 千米 the same thing, 公里 and 户 are not.
/// </summary>
public readonly record struct MeasureUnit
{
    private static readonly (string Prefix, decimal Factor)[] Multipliers = [("亿", 100_000_000m), ("万", 10_000m)];

    private static readonly Dictionary<string, (string Kind, decimal Factor)> Synonyms = new(StringComparer.Ordinal)
    {
        ["公里"] = ("米", 1000m),
        ["千米"] = ("米", 1000m),
        ["公斤"] = ("克", 1000m),
        ["千克"] = ("克", 1000m),
        ["名"] = ("人", 1m),
        ["％"] = ("%", 1m),
    };

    /// <summary>A unit as it is written; blank is not one.</summary>
    public MeasureUnit(string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        Symbol = symbol.Trim();
        var rest = Symbol;
        Factor = 1m;
        foreach (var (prefix, factor) in Multipliers)
        {
            if (rest.Length > prefix.Length && rest.StartsWith(prefix, StringComparison.Ordinal))
            {
                (rest, Factor) = (rest[prefix.Length..], factor);
                break;
            }
        }

        (Kind, var own) = Synonyms.TryGetValue(rest, out var known) ? known : (rest, 1m);
        Factor *= own;
    }

    /// <summary>As written.</summary>
    public string Symbol { get; }

    /// <summary>What is counted, without 万 or 千: 人, 米, 场.</summary>
    public string Kind { get; }

    /// <summary>How many of <see cref="Kind"/> one of this unit is.</summary>
    public decimal Factor { get; }

    /// <summary>True for a rate: it is reached or not, but parts of it do not add up.</summary>
    public bool IsPercent => Kind == "%";

    /// <summary>True where quantities of the two units can be compared.</summary>
    public bool IsComparableTo(MeasureUnit other) => Kind == other.Kind;

    /// <summary>The quantity of this unit, expressed in another, comparable one.</summary>
    /// <exception cref="InvalidOperationException">The units count different things.</exception>
    public decimal Convert(decimal quantity, MeasureUnit to) => IsComparableTo(to)
        ? quantity * Factor / to.Factor
        : throw new InvalidOperationException($"“{Symbol}”与“{to.Symbol}”不能换算。");

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
