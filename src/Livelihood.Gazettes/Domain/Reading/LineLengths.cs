namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>How the source breaks its lines, measured once for an issue.</summary>
/// <param name="IsPhysical">True when most lines are lines of print; false when a line is a paragraph, broken only by pages.</param>
/// <param name="Full">A line this wide (Chinese characters) reaches the margin, so that the next may go on with it.</param>
/// <param name="IsRagged">True when lines were broken anywhere, so that a short line may go on as well as a full one.</param>
/// <param name="PartsByBlanks">True when a blank line follows each paragraph, so that lines without one between them are one.</param>
/// <param name="UsesIndent">True when paragraphs begin indented, so that a line that does not is a continuation.</param>
internal sealed record LineLengths(bool IsPhysical, int Full, bool UsesIndent, bool IsRagged, bool PartsByBlanks)
{
    /// <summary>Where lines are paragraphs, a fragment is at least a line of print long.</summary>
    private const int ShortestFragment = 34;
    private const int LongestPrintedLine = 64;
    private const int FewestParagraphs = 5;

    /// <summary>Whether a line reaches the margin.</summary>
    public bool Reaches(SourceLine line) => (IsPhysical ? WidthOf(line) : line.Text.Length) >= Full;

    public static LineLengths Measure(SourceText source, bool[] furniture, int from, int to)
    {
        var lengths = new List<int>();
        var (all, indented) = (0, 0);
        for (var i = from; i < to; i++)
        {
            var line = source.Lines[i];
            if (line.IsBlank || furniture[i])
            {
                continue;
            }

            all++;
            indented += line.Indent is >= 2 and <= 8 ? 1 : 0;
            if (line.Text.Length >= 12 && line.Text[0] != '|')
            {
                lengths.Add(WidthOf(line));
            }
        }

        if (lengths.Count == 0)
        {
            return new(false, ShortestFragment, false, false, false);
        }

        lengths.Sort();
        var margin = lengths[lengths.Count * 92 / 100];
        var full = margin * 86 / 100;
        var reaching = lengths.Count(l => l >= full);
        var (open, openShort) = Broken();
        var usesIndent = indented * 100 >= all * 4 && indented * 100 <= all * 75;
        var ragged = margin <= LongestPrintedLine && usesIndent && open * 100 >= all * 20 && openShort * 100 >= open * 40;
        var physical = ragged || (margin <= LongestPrintedLine && reaching * 100 >= lengths.Count * 25);
        return new(physical, physical ? full : ShortestFragment, usesIndent, ragged, PartsByBlanks());

        bool PartsByBlanks()
        {
            var (ended, blank) = (0, 0);
            for (var i = from; i + 1 < to; i++)
            {
                var line = source.Lines[i];
                if (!furniture[i] && line.Text.Length >= 12 && Sentence.IsEnded(line.Text))
                {
                    ended++;
                    blank += source.Lines[i + 1].IsBlank ? 1 : 0;
                }
            }

            return ended >= FewestParagraphs && blank * 10 >= ended * 8;
        }

        // Lines in whose middle a sentence was broken: not ended, and not indented below.
        (int Open, int Short) Broken()
        {
            var (found, shortOnes, longest) = (0, 0, lengths[lengths.Count * 92 / 100] * 86 / 100);
            SourceLine? before = null;
            for (var i = from; i < to; i++)
            {
                var line = source.Lines[i];
                if (line.IsBlank || furniture[i])
                {
                    continue;
                }

                if (before is not null && line.Indent < 2 && before.Text.Length >= 8 && !Sentence.IsEnded(before.Text) && Marker.Of(line.Folded).Kind == MarkerKind.None && line.Text[0] != '|')
                {
                    found++;
                    shortOnes += WidthOf(before) < longest ? 1 : 0;
                }

                before = line;
            }

            return (found, shortOnes);
        }
    }

    /// <summary>How wide a line is printed, its indent with it; in Chinese characters, of which two Latin ones or digits make one.</summary>
    private static int WidthOf(SourceLine line)
    {
        var width = Math.Min(line.Indent, 8);
        foreach (var c in line.Text)
        {
            width += c < '\u0100' ? 1 : 2;
        }

        return width / 2;
    }
}
