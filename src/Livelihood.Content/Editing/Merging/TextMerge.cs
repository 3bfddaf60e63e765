using System.Text.RegularExpressions;
using Livelihood.Content.Editing.Comparison;

namespace Livelihood.Content.Editing.Merging;

/// <summary>Whose text is taken where two people changed the same.</summary>
public enum MergeSide
{
    /// <summary>我的.</summary>
    Mine,

    /// <summary>对方的.</summary>
    Theirs,

    /// <summary>两段都要: the other's, then mine.</summary>
    Both,
}

/// <summary>A stretch of a merged text.</summary>
/// <param name="Text">The paragraphs, where they are agreed.</param>
/// <param name="Conflict">What was written by each, where both changed the same; null otherwise.</param>
public sealed record MergedPiece(string Text, MergeConflictText? Conflict = null);

/// <summary>What three texts say at the same place.</summary>
public sealed record MergeConflictText(string Base, string Theirs, string Mine);

/// <summary>
/// Merges two people's changes of one text by paragraph: what only one of them changed is taken; where both changed the
/// same paragraph, or inserted at the same place, both are kept for somebody to choose.
/// </summary>
public static partial class TextMerge
{
    private const int MaxParagraphs = 6_000;
    private const string Gap = "\n\n";

    /// <summary>The merged text in pieces; joined with an empty line between them it is the text.</summary>
    public static IReadOnlyList<MergedPiece> Merge(string before, string theirs, string mine)
    {
        (before, theirs, mine) = (Normal(before), Normal(theirs), Normal(mine));
        if (theirs == mine || before == theirs)
        {
            return [new(mine)];
        }

        if (before == mine)
        {
            return [new(theirs)];
        }

        var (old, left, right) = (Paragraphs(before), Paragraphs(theirs), Paragraphs(mine));
        var hunks = PieceDiff.Between(old, left, MaxParagraphs).Select(c => new Hunk(c, IsMine: false))
            .Concat(PieceDiff.Between(old, right, MaxParagraphs).Select(c => new Hunk(c, IsMine: true)))
            .OrderBy(h => h.Start).ThenBy(h => h.End).ToList();
        var pieces = new List<MergedPiece>();
        var at = 0;
        for (var i = 0; i < hunks.Count;)
        {
            var (start, end, first) = (hunks[i].Start, hunks[i].End, i);
            for (i++; i < hunks.Count && Touches(start, end, hunks[i], hunks[first..i]); i++)
            {
                end = Math.Max(end, hunks[i].End);
            }

            Take(old, at, start);
            at = end;
            var together = hunks[first..i];
            var (its, my) = (Applied(old, left, start, end, together, isMine: false), Applied(old, right, start, end, together, isMine: true));
            if (its == my || together.TrueForAll(h => h.IsMine))
            {
                AddText(my);
            }
            else if (together.TrueForAll(h => !h.IsMine))
            {
                AddText(its);
            }
            else
            {
                pieces.Add(new("", new(string.Join(Gap, old[start..end]), its, my)));
            }
        }

        Take(old, at, old.Length);
        return pieces;

        void Take(string[] paragraphs, int from, int to) => AddText(string.Join(Gap, paragraphs[from..to]));

        void AddText(string text)
        {
            if (text.Length > 0)
            {
                pieces.Add(new(text));
            }
        }
    }

    /// <summary>The text, once every conflict is decided.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="choose">Whose text is taken at the conflict of that number, from 0.</param>
    public static string Join(IReadOnlyList<MergedPiece> pieces, Func<int, MergeSide> choose)
    {
        var number = 0;
        var texts = pieces.Select(p => p.Conflict is not { } conflict ? p.Text : choose(number++) switch
        {
            MergeSide.Mine => conflict.Mine,
            MergeSide.Theirs => conflict.Theirs,
            _ => conflict.Theirs.Length > 0 && conflict.Mine.Length > 0 ? conflict.Theirs + Gap + conflict.Mine : conflict.Theirs + conflict.Mine,
        });
        return string.Join(Gap, texts.Where(t => t.Length > 0));
    }

    // Paragraphs side by side are not the same paragraph; two insertions at one place are in each other's way.
    private static bool Touches(int start, int end, Hunk next, IReadOnlyList<Hunk> together) =>
        next.Start < end || (start == end && next.Start == start && next.End == start && together.Any(h => h.IsMine != next.IsMine));

    private static string Applied(string[] old, string[] side, int start, int end, IEnumerable<Hunk> hunks, bool isMine)
    {
        var text = new List<string>();
        var at = start;
        foreach (var hunk in hunks.Where(h => h.IsMine == isMine))
        {
            text.AddRange(old[at..hunk.Start]);
            text.AddRange(side[hunk.Change.NewStart..(hunk.Change.NewStart + hunk.Change.NewCount)]);
            at = hunk.End;
        }

        text.AddRange(old[at..end]);
        return string.Join(Gap, text);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    private static string[] Paragraphs(string text) => text.Length == 0 ? [] : EmptyLines().Split(text);

    [GeneratedRegex(@"\n(?:[ \t]*\n)+")]
    private static partial Regex EmptyLines();

    private sealed record Hunk(PieceChange Change, bool IsMine)
    {
        public int Start => Change.OldStart;

        public int End => Change.OldStart + Change.OldCount;
    }
}
