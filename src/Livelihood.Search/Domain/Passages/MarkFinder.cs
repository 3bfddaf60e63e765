using System.Runtime.InteropServices;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Passages;

/// <summary>A place in a text that answers the query.</summary>
/// <param name="Start">Offset of the first character in the source (UTF-16 code units).</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Target">Which of the query's targets it is.</param>
/// <param name="IsWhole">The whole word stands here, not a piece of it.</param>
public readonly record struct Mark(int Start, int End, int Target, bool IsWhole);

/// <summary>What a query's words look like in a text, for marking them there. Not for several threads at once.</summary>
public sealed class MarkFinder
{
    /// <summary>Marks in one text are bounded; a reader looks at few.</summary>
    public const int MostMarks = 2000;

    private readonly List<(IReadOnlyList<string> Patterns, IReadOnlyList<string> Pieces)> _targets;

    /// <summary>The text that is looked at: a search looks at dozens, and none of them is kept.</summary>
    private readonly CanonicalText _text = new();

    /// <summary>Prepares to find a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="isByNumber">
    /// Whether the document number that the query is was found as a number: then its year alone is no answer. As the query
    /// says where that is not known.
    /// </param>
    public MarkFinder(SearchQuery query, bool? isByNumber = null) =>
        _targets = query.Number is { } number && isByNumber is not false
            ? [([NumberTerms.Pattern(number)], [])]
            : [.. query.Words.Select(w => ((IReadOnlyList<string>)[w.Pattern, .. w.Forms.Skip(1).Select(f => f.Pattern)], (IReadOnlyList<string>)[.. w.Pieces.Select(p => QueryWord.PatternOf($" {p} "))]))];

    /// <summary>How many things there are to find.</summary>
    public int Targets => _targets.Count;

    /// <summary>The places in a text, in order, none overlapping another. Linear in the text for each word.</summary>
    public List<Mark> Find(string text)
    {
        var found = new List<Mark>();
        Find(text, found);
        return found;
    }

    /// <summary>A text in pieces, marked and not; joined they are the text.</summary>
    public IReadOnlyList<Segment> Segments(string text) => Segment.Cut(text, CollectionsMarshal.AsSpan(Find(text)), 0, text.Length);

    /// <inheritdoc cref="Find(string)"/>
    /// <param name="text">The text.</param>
    /// <param name="found">Has the places afterwards, and nothing else.</param>
    internal void Find(ReadOnlySpan<char> text, List<Mark> found)
    {
        found.Clear();
        _text.Read(text);
        for (var target = 0; target < _targets.Count; target++)
        {
            var before = found.Count;
            foreach (var pattern in _targets[target].Patterns)
            {
                AddAll(pattern, target, isWhole: true, found);
            }

            if (found.Count > before)
            {
                continue;
            }

            foreach (var piece in _targets[target].Pieces)
            {
                AddAll(piece, target, isWhole: false, found);
            }
        }

        Merge(found);
    }

    private void AddAll(string pattern, int target, bool isWhole, List<Mark> found)
    {
        // The space that ends one word may begin the next.
        var step = Math.Max(1, pattern.EndsWith(' ') ? pattern.Length - 1 : pattern.Length);
        var text = _text.Text;
        for (int from = 0, at; from < text.Length && found.Count < MostMarks && (at = text[from..].IndexOf(pattern)) >= 0; from += at + step)
        {
            var (start, end) = _text.SourceOf(from + at, from + at + pattern.Length);
            found.Add(new(start, end, target, isWhole));
        }
    }

    /// <summary>Overlapping marks become one; it is whole where one of them is.</summary>
    private static void Merge(List<Mark> found)
    {
        if (found.Count < 2)
        {
            return;
        }

        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var marks = CollectionsMarshal.AsSpan(found);
        var last = 0;
        foreach (var mark in marks[1..])
        {
            ref var before = ref marks[last];
            if (mark.Start < before.End)
            {
                before = before with { End = Math.Max(before.End, mark.End), IsWhole = before.IsWhole || mark.IsWhole };
            }
            else
            {
                marks[++last] = mark;
            }
        }

        CollectionsMarshal.SetCount(found, last + 1);
    }
}
