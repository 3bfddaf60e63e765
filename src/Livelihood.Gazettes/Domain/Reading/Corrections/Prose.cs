using System.Buffers;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Tells lines of running text from titles, names and tables, where spaces are layout.</summary>
internal static class Prose
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；｡,;");

    private const int ShortestStopped = 8;
    private const int FewestStops = 5;
    private const int ShortestContinuation = 16;

    /// <summary>For each line whether it is running text: a sentence's mark stands in it, or it stands between two that have one.</summary>
    public static bool[] Find(IReadOnlyList<string> lines)
    {
        var marked = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            marked[i] = HasSentence(lines[i]);
        }

        var prose = (bool[])marked.Clone();
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            prose[i] |= marked[i - 1] && marked[i + 1] && lines[i].Length >= ShortestContinuation && lines[i].Length * 5 >= lines[i - 1].Length * 4;
        }

        return prose;
    }

    /// <summary>Whether several lines end in a Chinese character and a point, so that points between Chinese characters are stops too.</summary>
    public static bool HasHalfWidthStops(IReadOnlyList<string> lines) =>
        lines.Count(l => l.Length > ShortestStopped && l[^1] == '.' && Signs.IsHan(l[^2])) >= FewestStops;

    private static bool HasSentence(string line)
    {
        if (line.Length == 0 || line.Contains('|'))
        {
            return false;
        }

        var from = 0;
        while (from < line.Length)
        {
            var at = line.AsSpan(from).IndexOfAny(Marks);
            if (at < 0)
            {
                break;
            }

            at += from;
            if (Signs.IsSentenceMark(line[at]) || (at > 0 && Signs.IsHan(line[at - 1])) || (at + 1 < line.Length && Signs.IsHan(line[at + 1])))
            {
                return !IsSpreadOut(line);
            }

            from = at + 1;
        }

        return false;
    }

    /// <summary>Wide gaps inside the line: cells of a table, even if one of them has a comma.</summary>
    private static bool IsSpreadOut(string line)
    {
        var body = line.AsSpan().Trim();
        return body.Contains('\t') || body.Contains("  ", StringComparison.Ordinal) || body.Contains("\u3000\u3000", StringComparison.Ordinal);
    }
}
