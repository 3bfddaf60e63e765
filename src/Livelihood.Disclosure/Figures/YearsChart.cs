using System.Globalization;
using Livelihood.Disclosure.Domain.Figures;

namespace Livelihood.Disclosure.Figures;

/// <summary>The last years as columns, what was received beside what was answered, the oldest first.</summary>
/// <param name="Columns">A pair for each year.</param>
public sealed record YearsChart(IReadOnlyList<YearsChart.Pair> Columns)
{
    /// <summary>The picture's size in its own units.</summary>
    public const int Width = 1000, Height = 160;

    /// <summary>A year: where its two columns stand, how wide they are, where each begins and how high it is; a number that is not told has none.</summary>
    public sealed record Pair(string Left, string Middle, string Breadth, string ReceivedTop, string ReceivedHigh, string AnsweredTop, string AnsweredHigh);

    /// <summary>Lays out the years.</summary>
    public static YearsChart Of(IReadOnlyList<FiguresLine> years)
    {
        var most = Math.Max(1, years.Max(year => Math.Max(year.Received.Number ?? 0, year.Answered.Number ?? 0)));
        var step = (double)Width / years.Count;
        return new([.. years.Reverse().Select((year, i) =>
        {
            var (received, answered) = (High(year.Received), High(year.Answered));
            return new Pair(
                Units(step * (i + 0.15)), Units(step * (i + 0.5)), Units(step * 0.35),
                Units(Height - received), Units(received), Units(Height - answered), Units(answered));
        })]);

        double High(Shown number) => (double)Height * (number.Number ?? 0) / most;
    }

    /// <summary>A share of a bar that is <see cref="Width"/> long.</summary>
    public static string Share(decimal? part, decimal whole) => Units(whole == 0 ? 0 : (double)((part ?? 0) / whole) * Width);

    private static string Units(double units) => units.ToString("0.##", CultureInfo.InvariantCulture);
}
