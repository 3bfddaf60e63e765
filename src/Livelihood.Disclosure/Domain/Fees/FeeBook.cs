namespace Livelihood.Disclosure.Domain.Fees;

/// <summary>A version of the fee's tables.</summary>
/// <param name="Version">1, 2, 3 …; 0 is the delivered one.</param>
/// <param name="EffectiveOn">The first day of a notice that is computed by it.</param>
/// <param name="Standard">The tables.</param>
public sealed record FeeVersion(int Version, DateOnly EffectiveOn, FeeStandard Standard);

/// <summary>All versions of the fee's tables: each notice is computed by the one that held on its day.</summary>
public sealed class FeeBook(IReadOnlyList<FeeVersion> versions)
{
    /// <summary>The delivered tables alone.</summary>
    public static readonly FeeBook Delivered = new([]);

    private static readonly FeeVersion s_delivered = new(0, DateOnly.MinValue, FeeStandard.Delivered);

    /// <summary>The version that held on a day: of those in force the one that began last, and of two that began on a day the one saved later.</summary>
    public FeeVersion On(DateOnly day) => versions.Where(version => version.EffectiveOn <= day)
        .OrderByDescending(version => version.EffectiveOn).ThenByDescending(version => version.Version).FirstOrDefault() ?? s_delivered;

    /// <summary>The fee of a notice of a day.</summary>
    /// <exception cref="DisclosureRuleException">The number cannot be.</exception>
    public ProcessingFee Compute(DateOnly day, FeeBasis basis, int quantity)
    {
        var version = On(day);
        return version.Standard.Compute(basis, quantity) with { Version = version.Version };
    }
}
