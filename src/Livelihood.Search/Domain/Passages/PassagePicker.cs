using System.Runtime.InteropServices;
using Livelihood.Search.Domain.Indexing;

namespace Livelihood.Search.Domain.Passages;

/// <summary>Picks the places of a document that best answer a query. Not for several threads at once.</summary>
public sealed class PassagePicker(MarkFinder finder)
{
    /// <summary>Characters of a passage, about.</summary>
    public const int Length = 100;

    /// <summary>Characters of one document that are looked at; what lies beyond is found but not shown.</summary>
    public const int MostText = 300_000;

    /// <summary>How far back a passage may begin so that it begins with a sentence.</summary>
    private const int LeadIn = 40;

    private const string SentenceEnds = "。！？；\n";
    private const string ClauseEnds = "，、：";

    /// <summary>What is marked in the section that is looked at, and in its heading.</summary>
    private readonly (List<Mark> InText, List<Mark> InHeading) _marks = ([], []);

    /// <summary>The places of the document that is looked at, and their marks.</summary>
    private readonly (List<Place> Places, List<Mark> Marks) _found = ([], []);

    /// <summary>The best passages, in the order of the document; its beginning where the text itself answers nothing.</summary>
    /// <param name="sections">The document's plain text by heading or article.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Passage> Pick(IReadOnlyList<Section> sections, int most)
    {
        var found = _found.Places;
        found.Clear();
        _found.Marks.Clear();
        var left = MostText;
        for (var i = 0; i < sections.Count && left > 0; i++)
        {
            var section = sections[i] with { Text = sections[i].Text[..Math.Min(left, sections[i].Text.Length)] };
            left -= section.Text.Length;
            if (Best(i, section) is { } best)
            {
                found.Add(best);
            }
        }

        if (found.Count == 0)
        {
            return [.. sections.Where(s => s.Text.Length > 0).Take(1).Select(first => Cut(new(0, first, default, 0, Score: 0)))];
        }

        if (found.Count > most)
        {
            found.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Index.CompareTo(b.Index));
            found.RemoveRange(most, found.Count - most);
            found.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        }

        return found.ConvertAll(Cut);
    }

    /// <summary>The best place of a section; null where neither it nor its heading answers anything.</summary>
    private Place? Best(int index, in Section section)
    {
        finder.Find(section.Text.Span, _marks.InText);
        finder.Find(section.Heading.Span, _marks.InHeading);
        var marks = CollectionsMarshal.AsSpan(_marks.InText);
        var inHeading = CollectionsMarshal.AsSpan(_marks.InHeading);
        if (marks.IsEmpty)
        {
            return inHeading.IsEmpty || section.Text.IsEmpty ? null : new(index, section, default, 0, Score(inHeading) * 0.5);
        }

        var best = (Score: -1.0, First: 0);
        for (int first = 0, after = 0; first < marks.Length; first++)
        {
            after = Math.Max(after, first + 1);
            while (after < marks.Length && marks[after].End <= marks[first].Start + Length)
            {
                after++;
            }

            var score = Score(marks[first..after]);
            if (score > best.Score)
            {
                best = (score, first);
            }
        }

        // Only what can stand in the passage is kept.
        var at = marks[best.First].Start;
        var (from, to) = (best.First, best.First);
        while (from > 0 && marks[from - 1].Start >= at - Length)
        {
            from--;
        }

        while (to < marks.Length && marks[to].Start <= at + Length)
        {
            to++;
        }

        var kept = _found.Marks.Count;
        _found.Marks.AddRange(marks[from..to]);
        return new(index, section, kept.._found.Marks.Count, at, best.Score + 0.5 * Score(inHeading));
    }

    /// <summary>Different words count most, then whole words, then how much is marked.</summary>
    private static double Score(ReadOnlySpan<Mark> marks)
    {
        var score = 0.0;
        var length = 0;

        // A bit for each word that was seen: a query has no more words than this has bits.
        var seen = 0UL;
        foreach (ref readonly var mark in marks)
        {
            var word = 1UL << mark.Target;
            score += (seen & word) == 0 ? (mark.IsWhole ? 10 : 4) : 0.3;
            seen |= word;
            length += mark.End - mark.Start;
        }

        return score + 0.2 * Math.Min(length, 20);
    }

    private Passage Cut(Place place)
    {
        var (_, section, marks, at, _) = place;
        var text = section.Text.Span;
        var start = PassageStart(text, at);
        var end = Whole(text, Math.Min(text.Length, Math.Max(start + Length, at + Length / 2)));
        var segments = Segment.Cut(text, CollectionsMarshal.AsSpan(_found.Marks)[marks], start, end);
        end = start + segments.Sum(s => s.Text.Length);
        var isCutBefore = start > 0 && !SentenceEnds.Contains(text[start - 1]);
        return new(section.Anchor.ToString(), section.Heading.ToString(), segments, isCutBefore, end < text.Length);
    }

    /// <summary>The nearest sentence's beginning before the place, else a clause's; near the end of a text, further back.</summary>
    private static int PassageStart(ReadOnlySpan<char> text, int at)
    {
        var earliest = Math.Max(0, at - Math.Max(LeadIn, Length - (text.Length - at)));
        if (earliest == 0)
        {
            return 0;
        }

        var before = text[earliest..at];
        var sentence = before.LastIndexOfAny(SentenceEnds);
        var start = sentence >= 0 ? sentence : before.IndexOfAny(ClauseEnds);
        return start >= 0 ? earliest + start + 1 : Whole(text, earliest);
    }

    /// <summary>Never between the two halves of one character.</summary>
    private static int Whole(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    /// <summary>A place at which a passage of a section begins, about.</summary>
    private readonly record struct Place(int Index, Section Section, Range Marks, int At, double Score);
}
