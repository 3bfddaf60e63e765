namespace Livelihood.Disclosure.Office;

/// <summary>A version of the standards of the processing fee; rows are only ever added.</summary>
public sealed class FeeStandardRow
{
    /// <summary>1, 2, 3 …; 0 is the delivered one, which has no row.</summary>
    public required int Version { get; init; }

    /// <summary>The first day of a notice that is computed by it.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The <see cref="Domain.Fees.FeeStandard"/> as JSON.</summary>
    public required string Standard { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedUtc { get; init; }

    /// <summary>Who saved it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}
