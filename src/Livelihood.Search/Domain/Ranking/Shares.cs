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
    private const double OfTitle = 10;
    private const double OfHeadings = 4;
    private const double OfText = 2;

    private static readonly double[] ByCount =
        [0, .. Enumerable.Range(1, DocumentScorer.MostOccurrences).Select(count => 1 + Math.Log2(count) / 4)];

    /// <summary>What they add to the score of a document, by the weight of their word.</summary>
    public double Worth => OfTitle * Title + OfHeadings * Headings + OfText * Text;

    /// <summary>Those of a whole word that stands somewhere.</summary>
    public static Shares OfWhole(Positions places)
    {
        var outline = places.Outline();
        return Of(outline.IsInTitle, outline.IsInHeadings, outline.Count);
    }

    /// <summary>Those of a whole word that stands in these parts, so many times.</summary>
    public static Shares Of(bool isInTitle, bool isInHeadings, int count) =>
        new(isInTitle ? 1 : 0, isInHeadings ? 1 : 0, ByCount[Math.Min(DocumentScorer.MostOccurrences, count)]);

    /// <summary>Whether something stands less often than another, as far as that is looked at.</summary>
    public static bool IsRarer(Positions one, Positions other) =>
        Math.Min(one.All.Length, DocumentScorer.MostNear) < Math.Min(other.All.Length, DocumentScorer.MostNear);

    /// <summary>The better of both, part by part.</summary>
    public Shares Or(Shares other) => new(Math.Max(Title, other.Title), Math.Max(Headings, other.Headings), Math.Max(Text, other.Text));

    /// <summary>A part of them.</summary>
    public Shares Times(double share) => new(share * Title, share * Headings, share * Text);
}
