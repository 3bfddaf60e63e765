using System.Runtime.InteropServices;
using DiffPlex;

namespace Livelihood.Content.Editing.Comparison;

/// <summary>A place where two sequences differ: so many pieces of the older were replaced by so many of the newer.</summary>
/// <param name="OldStart">The first piece replaced, from 0.</param>
/// <param name="OldCount">How many; 0 for an insertion.</param>
/// <param name="NewStart">The first piece that replaces, from 0.</param>
/// <param name="NewCount">How many; 0 for a deletion.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PieceChange(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>Finds where two sequences of pieces differ, within a time that does not grow without bound.</summary>
public static class PieceDiff
{
    private static readonly Differ Differ = new();

    /// <summary>
    /// The changes from the older to the newer sequence, in order. What is the same at both ends is left out first. Where
    /// more than <paramref name="limit"/> pieces are left, they count as one change: comparing costs the square of them.
    /// </summary>
    public static IReadOnlyList<PieceChange> Between(IReadOnlyList<string> older, IReadOnlyList<string> newer, int limit)
    {
        var head = 0;
        while (head < older.Count && head < newer.Count && older[head] == newer[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < older.Count - head && tail < newer.Count - head && older[^(tail + 1)] == newer[^(tail + 1)])
        {
            tail++;
        }

        var (before, after) = (older.Count - head - tail, newer.Count - head - tail);
        if (before == 0 || after == 0 || before + after > limit)
        {
            return before + after == 0 ? [] : [new(head, before, head, after)];
        }

        var left = older.Skip(head).Take(before).ToArray();
        var right = newer.Skip(head).Take(after).ToArray();
        // The library cuts texts itself; here both are cut already, and the marks only say which is which.
        var result = Differ.CreateCustomDiffs("0", "1", ignoreWhiteSpace: false, which => which == "0" ? left : right);
        return [.. result.DiffBlocks.Select(b => new PieceChange(head + b.DeleteStartA, b.DeleteCountA, head + b.InsertStartB, b.InsertCountB))];
    }
}
