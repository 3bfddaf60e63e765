namespace Livelihood.PrintedGazettes.Composition;

/// <summary>A document number as it is meant, whatever way it is printed.</summary>
/// <param name="Code">The agency's code, or the name of a series (…令, …公告).</param>
/// <param name="Year">The year; null where a series runs on.</param>
/// <param name="Serial">The serial.</param>
public sealed record NumberTruth(string Code, int? Year, int Serial)
{
    public bool IsSeries => Code.EndsWith('令') || Code.EndsWith("公告", StringComparison.Ordinal) || Code.EndsWith("通告", StringComparison.Ordinal);

    /// <summary>The canonical form, as the portal writes it.</summary>
    public override string ToString() => Year is null ? $"{Code}第{Serial}号" : IsSeries ? $"{Code}{Year}年第{Serial}号" : $"{Code}〔{Year}〕{Serial}号";
}
