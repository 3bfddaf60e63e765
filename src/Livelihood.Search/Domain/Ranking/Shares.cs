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

    /// <summary>Those of a whole word that stands somewhere.</summary>
    public static Shares OfWhole(Positions places)
    {
        var first = places.First(DocumentScorer.MostOccurrences);
        var isTitle = Positions.ColumnOf(first[0]) == TextColumn.Title;

        // Without one in the title, the first place tells of the headings too.
        var isHeading = isTitle ? IsInHeadings(places) : Positions.ColumnOf(first[0]) == TextColumn.Headings;
        return new(isTitle ? 1 : 0, isHeading ? 1 : 0, ByCount[first.Length]);
    }

    /// <summary>Whether the first place is in the title.</summary>
    public static bool IsInTitle(Positions places) => Positions.ColumnOf(places[0]) == TextColumn.Title;

    /// <summary>Whether one of the places is in the headings.</summary>
    public static bool IsInHeadings(Positions places)
    {
        for (var i = 0; places.Reaches(i); i++)
        {
            if (Positions.ColumnOf(places[i]) >= TextColumn.Headings)
            {
                return Positions.ColumnOf(places[i]) == TextColumn.Headings;
            }
        }

        return false;
    }

    /// <summary>Whether something stands less often than another, as far as that is looked at.</summary>
    public static bool IsRarer(Positions one, Positions other) =>
        one.First(DocumentScorer.MostNear).Length < other.First(DocumentScorer.MostNear).Length;

    /// <summary>The better of both, part by part.</summary>
    public Shares Or(Shares other) => new(Math.Max(Title, other.Title), Math.Max(Headings, other.Headings), Math.Max(Text, other.Text));

    /// <summary>A part of them.</summary>
    public Shares Times(double share) => new(share * Title, share * Headings, share * Text);
}
