namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>How the source breaks its lines, measured once for an issue.</summary>
/// <param name="IsPhysical">True when most lines are lines of print; false when a line is a paragraph, broken only by pages.</param>
/// <param name="Full">A line this long (characters) reaches the margin, so that the next may go on with it.</param>
/// <param name="UsesIndent">True when paragraphs begin indented, so that a line that does not is a continuation.</param>
internal sealed record LineLengths(bool IsPhysical, int Full, bool UsesIndent)
{
    /// <summary>Where lines are paragraphs, a fragment is at least a line of print long.</summary>
    private const int ShortestFragment = 34;
    private const int LongestPrintedLine = 64;

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
                lengths.Add(line.Text.Length);
            }
        }

        if (lengths.Count == 0)
        {
            return new(false, ShortestFragment, false);
        }

        lengths.Sort();
        var margin = lengths[lengths.Count * 92 / 100];
        var full = margin * 86 / 100;
        var reaching = lengths.Count(l => l >= full);
        var physical = margin <= LongestPrintedLine && reaching * 100 >= lengths.Count * 25;
        return new(physical, physical ? full : ShortestFragment, indented * 100 >= all * 4 && indented * 100 <= all * 75);
    }
}
