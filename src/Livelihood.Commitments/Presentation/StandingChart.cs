using System.Globalization;
using Livelihood.Commitments.Domain;

namespace Livelihood.Commitments.Presentation;

/// <summary>The stacked bar of a programme's standing: a row per standing, with where its stretch begins and how long it is.</summary>
/// <param name="Rows">In the order best to least; standings without targets are rows without a stretch.</param>
public sealed record StandingChart(IReadOnlyList<StandingChart.Row> Rows)
{
    /// <summary>The bar's length in its own units.</summary>
    public const int Length = 1000;

    // Shades of the text's own colour, so that the bar is right in every colour scheme and in print.
    private static readonly string[] Shades = ["1", "0.65", "0.4", "0.2", "0"];

    /// <summary>A row of the chart and of its table.</summary>
    /// <param name="Standing">What is counted.</param>
    /// <param name="Count">How many targets.</param>
    /// <param name="Share">Per cent of all targets, one decimal; 0 where there are none.</param>
    /// <param name="Start">Where the stretch begins.</param>
    /// <param name="Width">How long it is.</param>
    /// <param name="Shade">Opacity of its fill.</param>
    public sealed record Row(Standing Standing, int Count, decimal Share, string Start, string Width, string Shade);

    /// <summary>Lays out a standing.</summary>
    public static StandingChart Of(ProgrammeStanding standing)
    {
        var rows = new List<Row>();
        var before = 0;
        foreach (var (place, value) in Enum.GetValues<Standing>().Index())
        {
            var count = standing.Counts[value];
            var share = standing.Total == 0 ? 0m : (decimal)count / standing.Total;
            rows.Add(new Row(
                value,
                count,
                Math.Round(share * 100m, 1, MidpointRounding.AwayFromZero),
                Units(standing.Total == 0 ? 0m : (decimal)before / standing.Total),
                Units(share),
                Shades[place]));
            before += count;
        }

        return new StandingChart(rows);
    }

    private static string Units(decimal share) => (share * Length).ToString("0.##", CultureInfo.InvariantCulture);
}
