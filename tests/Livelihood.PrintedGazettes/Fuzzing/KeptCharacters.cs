using System.Text;
using Livelihood.Gazettes.Domain;

namespace Livelihood.PrintedGazettes.Fuzzing;

/// <summary>Sees that no character of the source is lost: each line is a document's or furniture, and a document's blocks hold each character of its lines.</summary>
public static class KeptCharacters
{
    private static readonly char[] Spaces = [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(IsSpace)];

    /// <summary>Null when all are kept; else what is lost and where.</summary>
    public static string? FindLoss(string text, PrintedIssue issue)
    {
        var source = Corrected(text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n'), issue);
        var furniture = issue.Furniture.SelectMany(f => Enumerable.Range(f.First, f.Last - f.First + 1)).ToHashSet();
        var last = 0;
        foreach (var document in issue.Documents)
        {
            if (Between(source, furniture, last, document) is { } outside)
            {
                return outside;
            }

            var printed = Printed(source, furniture, document);
            var read = string.Concat(document.Blocks.Select(b => b.Kind == BlockKind.Table ? Sorted(Bare(b.Text)) : Bare(b.Text)));
            if (printed != read)
            {
                var at = printed.Zip(read).TakeWhile(p => p.First == p.Second).Count();
                return $"{document.Lines}: “{Around(printed, at)}” was read as “{Around(read, at)}”";
            }

            last = document.Lines.Last;
        }

        return null;
    }

    /// <summary>The characters of a document's lines in order; within a table sorted, as a cell over several lines is read as one.</summary>
    private static string Printed(string[] source, HashSet<int> furniture, PrintedDocument document)
    {
        var tables = document.Blocks.Where(b => b.Kind == BlockKind.Table).Select(b => b.Lines).ToList();
        var text = new StringBuilder();
        for (var line = document.Lines.First; line <= document.Lines.Last; line++)
        {
            var table = tables.Find(t => t.First <= line && line <= t.Last);
            var last = table == default ? line : table.Last;
            var bare = Bare(string.Concat(Enumerable.Range(line, last - line + 1).Where(l => !furniture.Contains(l)).Select(l => WithoutMarks(source[l - 1]))));
            text.Append(table == default ? bare : Sorted(bare));
            line = last;
        }

        return text.ToString();
    }

    private static string Sorted(string text) => string.Concat(text.Order());

    /// <summary>Between two documents there is nothing but blank lines, furniture and strokes of tables without a cell.</summary>
    private static string? Between(string[] source, HashSet<int> furniture, int last, PrintedDocument next)
    {
        if (next.Lines.First <= last)
        {
            return $"{next.Lines} belong to two documents";
        }

        for (var line = last + 1; last > 0 && line < next.Lines.First; line++)
        {
            if (!furniture.Contains(line) && Bare(WithoutMarks(source[line - 1])).Length > 0)
            {
                return $"line {line} belongs to no document: {source[line - 1]}";
            }
        }

        return null;
    }

    /// <summary>The source with the corrections made that the reader lists: whatever else is changed is a loss.</summary>
    private static string[] Corrected(string[] lines, PrintedIssue issue)
    {
        // From the right to the left, as columns are the source's.
        foreach (var correction in issue.Corrections.OrderByDescending(c => (c.Line, c.Column)))
        {
            var line = lines[correction.Line - 1];
            var at = correction.Column - 1;
            if (!line.AsSpan(at).StartsWith(correction.Before))
            {
                throw new InvalidOperationException($"The correction {correction} does not stand in the source.");
            }

            lines[correction.Line - 1] = string.Concat(line.AsSpan(0, at), correction.After, line.AsSpan(at + correction.Before.Length));
        }

        return lines;
    }

    /// <summary>A line without what is no text in it: the bullet or mark of a heading, the strokes of a table.</summary>
    private static string WithoutMarks(string line)
    {
        var text = line.Trim(Spaces);
        var hashes = text.TakeWhile(c => c == '#').Count();
        var marks = hashes > 0 ? Math.Min(hashes, 6) : text is ['-' or '*' or '•' or '▪', ..] ? 1 : 0;
        if (marks > 0 && text.Length > marks + 1 && IsSpace(text[marks]) && text[^1] is not ('-' or '*'))
        {
            text = text[marks..].TrimStart(Spaces);
        }

        if (text is not ['|', .., '|'])
        {
            return text;
        }

        return Bare(text).All(c => c is '|' or ':' or '-' or '—' or '=' or '+') && text.Contains('-') ? "" : text.Replace("|", "");
    }

    private static string Around(string text, int at) => text.Substring(Math.Max(0, at - 8), Math.Min(24, text.Length - Math.Max(0, at - 8)));

    private static bool IsSpace(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

    private static string Bare(string text) => string.Concat(text.Where(c => !IsSpace(c)));
}
