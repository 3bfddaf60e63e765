using Livelihood.Gazettes.Domain.Reading;
using Livelihood.Gazettes.Domain.Reading.Corrections;

namespace Livelihood.Gazettes.Domain;

/// <summary>What a text shows of the front of an issue.</summary>
/// <param name="Year">The year that its masthead gives, or null.</param>
/// <param name="Number">The number in the year that its masthead gives, or null.</param>
/// <param name="Entries">How many entries of contents it has.</param>
public sealed record FrontPage(int? Year, int? Number, int Entries)
{
    /// <summary>Whether it is the whole front of an issue: a number and contents.</summary>
    public bool IsWhole => Number is not null && HasContents;

    /// <summary>Whether there are contents; one line that ends in a number is none.</summary>
    public bool HasContents => Entries >= 2;

    /// <summary>Looks at a text. Never throws.</summary>
    public static FrontPage Of(string text)
    {
        var source = SourceText.From(SourceLines.Cut(text));
        if (source.Lines.All(l => l.IsBlank))
        {
            return new(null, null, 0);
        }

        var front = FrontMatter.Find(source);
        var masthead = MastheadReader.Read(front.MastheadLines, front.GazetteTitle);
        return new(masthead.Year, masthead.Number, front.Sections.Sum(s => s.Entries.Count));
    }
}
