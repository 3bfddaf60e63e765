using System.Collections.Immutable;

namespace Livelihood.Content.Items;

/// <summary>Moves a line among those with the same parent: for trees that are kept as one list in order.</summary>
public static class SiblingOrder
{
    /// <summary>The list with the line and its neighbour above or below exchanged; the same list where there is none.</summary>
    public static ImmutableList<T> Move<T>(ImmutableList<T> lines, T line, bool up, Func<T, string?> parentOf)
        where T : notnull
    {
        var beside = lines.FindAll(l => parentOf(l) == parentOf(line));
        var at = beside.IndexOf(line) + (up ? -1 : 1);
        if (at < 0 || at >= beside.Count)
        {
            return lines;
        }

        var other = beside[at];
        var (one, two) = (lines.IndexOf(line), lines.IndexOf(other));
        return lines.SetItem(one, other).SetItem(two, line);
    }
}
