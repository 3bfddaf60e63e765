using System.Runtime.InteropServices;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>How much of a word stands in the parts of a document.</summary>
/// <param name="Title">1 for the whole word in the title, less than a half for all of its pieces.</param>
/// <param name="Headings">The same for the headings.</param>
/// <param name="Text">The same for all of the document; above 1 where the whole word stands more than once.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shares(double Title, double Headings, double Text)
{
    private static readonly double[] ByCount =
        [0, .. Enumerable.Range(1, DocumentScorer.MostOccurrences).Select(count => 1 + Math.Log2(count) / 4)];

    /// <summary>Those of a whole word.</summary>
    /// <param name="places">Where it begins, ascending; at least one.</param>
    public static Shares OfWhole(ReadOnlySpan<int> places) =>
        new(IsInTitle(places) ? 1 : 0, IsInHeadings(places) ? 1 : 0, ByCount[Math.Min(places.Length, DocumentScorer.MostOccurrences)]);

    /// <summary>Whether one of the places is in the title.</summary>
    public static bool IsInTitle(ReadOnlySpan<int> places) => Positions.ColumnOf(places[0]) == TextColumn.Title;

    /// <summary>Whether one of the places is in the headings.</summary>
    public static bool IsInHeadings(ReadOnlySpan<int> places)
    {
        foreach (var place in places)
        {
            if (Positions.ColumnOf(place) >= TextColumn.Headings)
            {
                return Positions.ColumnOf(place) == TextColumn.Headings;
            }
        }

        return false;
    }

    /// <summary>The better of both, part by part.</summary>
    public Shares Or(Shares other) => new(Math.Max(Title, other.Title), Math.Max(Headings, other.Headings), Math.Max(Text, other.Text));

    /// <summary>A part of them.</summary>
    public Shares Times(double share) => new(share * Title, share * Headings, share * Text);
}
