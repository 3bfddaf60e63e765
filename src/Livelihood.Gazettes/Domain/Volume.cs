using Livelihood.Gazettes.Domain.Reading;
using Livelihood.Gazettes.Domain.Reading.Corrections;

namespace Livelihood.Gazettes.Domain;

/// <summary>A part of a volume that is an issue by itself.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Lines">Where it stands in the volume.</param>
public sealed record VolumePart(string Text, LineSpan Lines);

/// <summary>
/// Parts a text that holds several issues, such as a year's volume, at each further masthead with contents. What only looks
/// like one (the yearly index at the end, contents inside a document) stays with the issue before it.
/// </summary>
public static class Volume
{
    /// <summary>The issues in order; the whole text where it holds one, or none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="refusal">Why it cannot be parted; null where all is well.</param>
    public static IReadOnlyList<VolumePart> Split(string text, out UnreadableGazette? refusal)
    {
        refusal = null;
        var source = SourceText.From(SourceLines.Cut(text));
        var starts = VolumeHeads.Find(source.Lines);
        if (starts.Count == 0)
        {
            return [new(text, new(1, Math.Max(1, source.Lines.Count)))];
        }

        var places = Offsets(text);
        var parts = new List<(int First, int Last, Masthead Masthead)>();
        int[] firsts = [0, .. starts];
        for (var i = 0; i < firsts.Length; i++)
        {
            var last = i + 1 < firsts.Length ? firsts[i + 1] - 1 : source.Lines.Count - 1;
            if (GazetteReader.TryRead(Cut(text, places, firsts[i], last), out var issue, out _) && issue.Masthead is { Year: not null, Number: not null }
                && issue.Documents.Any(d => d.Entry is not null))
            {
                parts.Add((firsts[i], last, issue.Masthead));
            }
            else if (parts.Count > 0)
            {
                parts[^1] = parts[^1] with { Last = last };
            }
            else
            {
                // What stands before the first issue, such as the volume's own cover, goes with it.
                firsts[Math.Min(i + 1, firsts.Length - 1)] = 0;
            }
        }

        if (parts.Count < 2)
        {
            return [new(text, new(1, source.Lines.Count))];
        }

        var twice = parts.GroupBy(p => (p.Masthead.Year, p.Masthead.Number)).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            refusal = new(
                UnreadableReason.NotAGazette,
                $"文件里有几期公报，第{string.Join("行、第", twice.Select(p => p.First + 1))}行的刊头却都是{twice.Key.Year}年第{twice.Key.Number}号，分不清。请改正期号，或者一期一个文件导入。");
            return [];
        }

        return parts.ConvertAll(p => new VolumePart(Cut(text, places, p.First, p.Last), new(p.First + 1, p.Last + 1)));
    }

    private static string Cut(string text, List<int> places, int first, int last) =>
        text[places[first]..(last + 1 < places.Count ? places[last + 1] : text.Length)];

    /// <summary>Where each line begins, by the same line breaks as <see cref="SourceText"/> knows.</summary>
    private static List<int> Offsets(string text)
    {
        var places = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                places.Add(i + 1);
            }
        }

        return places;
    }
}
