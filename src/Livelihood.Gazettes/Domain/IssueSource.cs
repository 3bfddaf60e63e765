using Livelihood.Gazettes.Domain.Reading;
using Livelihood.Gazettes.Domain.Reading.Corrections;

namespace Livelihood.Gazettes.Domain;

/// <summary>
/// The text of one printed issue, ready to be read: its lines with the faults of optical reading set right, and which of them are
/// page furniture. Any run of its lines can be read again as a block (<see cref="BlockReader"/>). Pure, never throws.
/// </summary>
public sealed class IssueSource
{
    private readonly bool[] _furniture;
    private readonly Lazy<LineLengths> _lengths;

    private IssueSource(SourceText text, IReadOnlyList<TextCorrection> corrections)
    {
        Text = text;
        Corrections = corrections;
        Front = FrontMatter.Find(text);
        _furniture = FurnitureFinder.Find(text, Front.BodyStart, Front.GazetteTitle, [.. Front.Sections.Select(s => s.Name).Where(n => n.Length > 0)]);
        _lengths = new(() => LineLengths.Measure(text, _furniture, Front.BodyStart, Front.BodyEnd));
    }

    /// <summary>Every line of the source in order, corrected, with its layout; the first is line 1.</summary>
    public IReadOnlyList<string> Lines => Text.Printed;

    /// <summary>What was corrected, in the order of the source; reverted ones are left out.</summary>
    public IReadOnlyList<TextCorrection> Corrections { get; }

    internal SourceText Text { get; }

    internal FrontMatter Front { get; }

    internal bool[] Furniture => _furniture;

    internal LineLengths Lengths => _lengths.Value;

    /// <summary>Prepares <paramref name="text"/>.</summary>
    public static IssueSource From(string text, ReadingOptions? options = null)
    {
        var lines = SourceLines.Cut(text);
        var corrections = Corrector.Correct(lines, options ?? ReadingOptions.Default);
        return new(SourceText.From(lines), corrections);
    }

    /// <summary>Whether a line (from 1) is page furniture: a page number, a running head, 续表.</summary>
    public bool IsFurniture(int line) => line >= 1 && line <= _furniture.Length && _furniture[line - 1];

    /// <summary>The lines of a span that are text: neither blank nor furniture. What lies outside the source is left out.</summary>
    internal List<SourceLine> TextLines(LineSpan span)
    {
        var (first, last) = (Math.Max(span.First, 1), Math.Min(span.Last, Text.Lines.Count));
        var lines = new List<SourceLine>();
        for (var number = first; number <= last; number++)
        {
            if (!Text.Lines[number - 1].IsBlank && !_furniture[number - 1])
            {
                lines.Add(Text.Lines[number - 1]);
            }
        }

        return lines;
    }
}
