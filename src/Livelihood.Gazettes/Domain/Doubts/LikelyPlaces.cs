using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>Where in the text something probably stands that was not found.</summary>
internal static class LikelyPlaces
{
    private const int MostLines = 4;

    /// <summary>Answers to an entry without a document: the line that reads like its title, a document without an entry, or no such document.</summary>
    public static IReadOnlyList<Proposal> OfEntry(IReadOnlyList<SourceLine> lines, PrintedIssue issue, ContentsEntry entry)
    {
        var proposals = new List<Proposal>();
        var key = Titles.Key(entry.Title);
        foreach (var document in issue.Documents.Where(d => d.Entry is null && Titles.AreClose(Titles.Core(Titles.Key(d.Title)), Titles.Core(key), 3)).Take(2))
        {
            proposals.Add(new($"就是第{document.Lines.First}行的文件", new LinkEntry(document.Lines.First, entry.Lines.First)));
        }

        if (Line(lines, issue, key) is { } line)
        {
            proposals.Add(new($"在第{line}行处拆出这份文件", new SplitDocument(line, entry.Lines.First)));
        }

        proposals.Add(new("没有这份文件，去掉目录里的这一条", new RemoveEntry(entry.Lines.First)));
        return proposals;
    }

    /// <summary>The line inside a document where a title like this begins, the most similar one; null where none is.</summary>
    private static int? Line(IReadOnlyList<SourceLine> lines, PrintedIssue issue, string key)
    {
        var core = Titles.Core(key);
        var furniture = issue.Furniture.Select(f => f.First).ToHashSet();
        foreach (var oneIn in (int[])[9, 5, 3])
        {
            foreach (var document in issue.Documents)
            {
                for (var i = document.Lines.First + 1; i <= Math.Min(document.Lines.Last, lines.Count); i++)
                {
                    if (Reads(lines, furniture, i, document.Lines.Last, key, core, oneIn))
                    {
                        return i;
                    }
                }
            }
        }

        return null;
    }

    private static bool Reads(IReadOnlyList<SourceLine> lines, HashSet<int> furniture, int first, int last, string key, string core, int oneIn)
    {
        var text = "";
        for (var (i, used) = (first, 0); i <= last && used < MostLines; i++)
        {
            if (lines[i - 1].IsBlank || furniture.Contains(i))
            {
                if (i == first)
                {
                    return false;
                }

                continue;
            }

            if (!Titles.CanBePart(lines[i - 1]))
            {
                return false;
            }

            used++;
            text += lines[i - 1].Folded;
            var read = Titles.Key(text);
            if (read.Length >= 4 && (Titles.AreClose(read, key, oneIn) || (core.Length >= 8 && Titles.AreClose(Titles.Core(read), core, oneIn))))
            {
                return true;
            }

            if (read.Length > key.Length + 20)
            {
                return false;
            }
        }

        return false;
    }
}
