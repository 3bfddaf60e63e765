using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Passages;

/// <summary>A place in a text that answers the query.</summary>
/// <param name="Start">Offset of the first character in the source (UTF-16 code units).</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Target">Which of the query's targets it is.</param>
/// <param name="IsWhole">The whole word stands here, not a piece of it.</param>
public readonly record struct Mark(int Start, int End, int Target, bool IsWhole);

/// <summary>What a query's words look like in a text, for marking them there.</summary>
public sealed class MarkFinder
{
    /// <summary>Marks in one text are bounded; a reader looks at few.</summary>
    public const int MostMarks = 2000;

    private readonly List<(IReadOnlyList<string> Patterns, IReadOnlyList<string> Pieces)> _targets;

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
    public List<Mark> Find(string text) => Find(CanonicalText.Of(text));

    /// <summary>A text in pieces, marked and not; joined they are the text.</summary>
    public IReadOnlyList<Segment> Segments(string text) => Segment.Cut(text, Find(text), 0, text.Length);

    /// <inheritdoc cref="Find(string)"/>
    internal List<Mark> Find(CanonicalText text)
    {
        var found = new List<Mark>();
        for (var target = 0; target < _targets.Count; target++)
        {
            var before = found.Count;
            foreach (var pattern in _targets[target].Patterns)
            {
                AddAll(text, pattern, target, isWhole: true, found);
            }

            if (found.Count > before)
            {
                continue;
            }

            foreach (var piece in _targets[target].Pieces)
            {
                AddAll(text, piece, target, isWhole: false, found);
            }
        }

        return Merge(found);
    }

    private static void AddAll(CanonicalText text, string pattern, int target, bool isWhole, List<Mark> found)
    {
        for (var at = text.Text.IndexOf(pattern, StringComparison.Ordinal); at >= 0 && found.Count < MostMarks;)
        {
            var (start, end) = text.SourceOf(at, at + pattern.Length);
            found.Add(new(start, end, target, isWhole));

            // The space that ends one word may begin the next.
            var next = at + Math.Max(1, pattern.EndsWith(' ') ? pattern.Length - 1 : pattern.Length);
            at = next < text.Text.Length ? text.Text.IndexOf(pattern, next, StringComparison.Ordinal) : -1;
        }
    }

    /// <summary>Overlapping marks become one; it is whole where one of them is.</summary>
    private static List<Mark> Merge(List<Mark> found)
    {
        if (found.Count < 2)
        {
            return found;
        }

        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var merged = new List<Mark>(found.Count);
        foreach (var mark in found)
        {
            if (merged.Count > 0 && mark.Start < merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = last with { End = Math.Max(last.End, mark.End), IsWhole = last.IsWhole || mark.IsWhole };
            }
            else
            {
                merged.Add(mark);
            }
        }

        return merged;
    }
}
