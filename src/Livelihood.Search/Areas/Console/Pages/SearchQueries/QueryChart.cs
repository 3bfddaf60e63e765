using System.Globalization;
using Livelihood.Search.QueryLog;

namespace Livelihood.Search.Areas.Console.Pages.SearchQueries;

/// <summary>The days as bars, each with the part that found nothing.</summary>
/// <param name="Bars">A bar for each day, in order.</param>
/// <param name="Most">What the highest bar stands for.</param>
public sealed record QueryChart(IReadOnlyList<QueryChart.Bar> Bars, int Most)
{
    /// <summary>The picture's size in its own units.</summary>
    public const int Width = 900, Height = 160;

    /// <summary>A day: where its bar begins, how wide and high it is, and how high the part that found nothing.</summary>
    public sealed record Bar(string Left, string Breadth, string Top, string High, string MissedTop, string MissedHigh);

    /// <summary>Lays out the days.</summary>
    public static QueryChart Of(IReadOnlyList<QueryDay> days)
    {
        var most = Math.Max(1, days.Max(d => d.Times));
        var step = (double)Width / days.Count;
        return new([.. days.Select((d, i) =>
        {
            var (high, missed) = ((double)Height * d.Times / most, (double)Height * d.Missed / most);
            return new Bar(Text(i * step + step * 0.1), Text(step * 0.8), Text(Height - high), Text(high), Text(Height - missed), Text(missed));
        })], most);
    }

    private static string Text(double units) => units.ToString("0.##", CultureInfo.InvariantCulture);
}
