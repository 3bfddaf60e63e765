using System.Globalization;

namespace Livelihood.Commitments.Domain;

/// <summary>A share of a target (占目标任务) in per cent, at the precision it is written with: 48 % and 48.00 % say different things.</summary>
public readonly record struct ShareOfTarget
{
    /// <summary>The precision used where none is given.</summary>
    public const int UsualDecimals = 2;

    private const int MostDecimals = 6;

    private ShareOfTarget(decimal percent, int decimals) => (Percent, Decimals) = (percent, decimals);

    /// <summary>In per cent: 43.33 for 130 of 300.</summary>
    public decimal Percent { get; }

    /// <summary>Digits after the point, as written.</summary>
    public int Decimals { get; }

    /// <summary>The share that follows from the figures, rounded half up (四舍五入).</summary>
    /// <param name="done">What is done, in the target's unit.</param>
    /// <param name="target">More than 0.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is 0 or less.</exception>
    public static ShareOfTarget Of(decimal done, decimal target, int decimals = UsualDecimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        return new ShareOfTarget(Math.Round(done / target * 100m, decimals, MidpointRounding.AwayFromZero), decimals);
    }

    /// <summary>Reads 43.34%, 43.34 or 43.34％; false for anything else, and for more than six decimals.</summary>
    public static bool TryParse(string? text, out ShareOfTarget share)
    {
        share = default;
        var digits = text?.Trim().TrimEnd('%', '％').TrimEnd() ?? "";
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
        {
            return false;
        }

        var decimals = percent.Scale;
        if (decimals > MostDecimals)
        {
            return false;
        }

        share = new ShareOfTarget(percent, decimals);
        return true;
    }

    /// <summary>Holds the stated share against the figures, at the precision at which it is stated.</summary>
    /// <param name="done">In the target's unit.</param>
    /// <param name="target">More than 0.</param>
    public ShareCheck Against(decimal done, decimal target) => new(this, Of(done, target, Decimals), Of(done, target))
    {
        IsCutOff = Math.Truncate(done / target * 100m * Scale(Decimals)) / Scale(Decimals) == Percent,
    };

    private static decimal Scale(int decimals) => decimals == 0 ? 1m : 10m * Scale(decimals - 1);

    /// <summary>43.34%</summary>
    public override string ToString() => Percent.ToString("F" + Decimals, CultureInfo.InvariantCulture) + "%";
}

/// <summary>A stated share beside the one that follows from the figures.</summary>
/// <param name="Stated">As the report says.</param>
/// <param name="Computed">At the stated precision.</param>
/// <param name="Exact">At the usual two decimals.</param>
public sealed record ShareCheck(ShareOfTarget Stated, ShareOfTarget Computed, ShareOfTarget Exact)
{
    /// <summary>True where the stated share follows from the figures.</summary>
    public bool Follows => Stated.Percent == Computed.Percent;

    /// <summary>True where the digits behind were cut off instead of rounded: the usual cause of a share that does not follow.</summary>
    public bool IsCutOff { get; init; }
}
