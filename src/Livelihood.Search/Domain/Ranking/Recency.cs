namespace Livelihood.Search.Domain.Ranking;

/// <summary>The mild pull to the newer, by day, computed once for all days of a century.</summary>
internal sealed class Recency(DateOnly today)
{
    private const double Newest = 0.15;
    private const double YearsToHalf = 3;

    private static readonly double[] ByAge =
        [.. Enumerable.Range(0, 36525).Select(days => 1 + Newest * Math.Pow(2, -days / 365.25 / YearsToHalf))];

    /// <summary>The factor for a document of this day.</summary>
    public double Of(int day) => ByAge[Math.Clamp(today.DayNumber - day, 0, ByAge.Length - 1)];
}
