using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>An entry of the contents as it is to be printed.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Title">The title, perhaps misprinted.</param>
/// <param name="Number">The document's number.</param>
/// <param name="Page">The page, perhaps misprinted; null for none.</param>
/// <param name="Document">Which document it is, from 0; -1 where the text has none.</param>
public sealed record Entry(string Section, string Title, NumberTruth? Number, int? Page, int Document);

/// <summary>Sets the table of contents.</summary>
internal static class ContentsSetter
{
    /// <summary>The lines of the contents in groups, one a section.</summary>
    public static IReadOnlyList<IReadOnlyList<SetLine>> Set(House house, IReadOnlyList<Entry> entries)
    {
        var groups = new List<IReadOnlyList<SetLine>>();
        var count = 0;
        foreach (var section in Runs(house, entries))
        {
            var lines = new List<string>();
            var set = section.Select(e => EntryLines(house, e, ++count)).ToList();
            if (house.ContentsInColumns)
            {
                lines.AddRange(Columns(set));
            }
            else
            {
                foreach (var entry in set)
                {
                    lines.AddRange(entry);
                    if (house.BlankBetweenParagraphs && house.Entries != EntryForm.Bullet)
                    {
                        lines.Add("");
                    }
                }
            }

            var mark = house.Sections switch
            {
                SectionForm.Lenticular => $"【{section[0].Section}】",
                SectionForm.Circle => $"◎{section[0].Section}",
                SectionForm.Square => $"■{section[0].Section}",
                SectionForm.Dotted => $"· {section[0].Section} ·",
                SectionForm.Bare => section[0].Section,
                _ => null,
            };
            IEnumerable<string> head = mark is null ? [] : house.BlankBetweenParagraphs ? ["", mark, ""] : [mark];
            groups.Add([.. head.Concat(lines).Select(l => l.Length == 0 ? SetLine.Blank : new SetLine(l, LineKind.Contents))]);
        }

        return groups;
    }

    private static List<List<Entry>> Runs(House house, IReadOnlyList<Entry> entries)
    {
        var runs = new List<List<Entry>>();
        foreach (var entry in entries)
        {
            if (runs.Count == 0 || (house.Sections != SectionForm.None && runs[^1][0].Section != entry.Section))
            {
                runs.Add([]);
            }

            runs[^1].Add(entry);
        }

        return runs;
    }

    private static List<string> EntryLines(House house, Entry entry, int count)
    {
        var lead = house.Entries switch { EntryForm.Counted => $"{count}．", EntryForm.Bullet => "- ", _ => "" };
        var number = house.NumbersInContents && entry.Number is { } n ? $"（{(n.IsSeries ? n.Code : "")}{Forms.Number(house, n)}）" : "";
        var title = entry.Title + number;
        if (house.Leader == LeaderForm.PageFirst)
        {
            return [$"{entry.Page}　{lead}{title}".TrimStart()];
        }

        var lines = (house.ContentsWidth > 0 ? Wrapping.Wrap(title, house.ContentsWidth, lead.Length) : [title])
            .Select((l, i) => (i == 0 ? lead : house.ContentsIndent) + l).ToList();
        if (entry.Page is not { } page)
        {
            return lines;
        }

        var room = Math.Max(house.ContentsWidth, house.Width) + 6 - lines[^1].Length;
        lines[^1] += house.Leader switch
        {
            LeaderForm.DotsBracketed => $"{new string('…', Math.Max(3, room - 4))}（{page}）",
            LeaderForm.Dots => $" {new string('…', Math.Max(3, room - 4))} {page}",
            LeaderForm.MiddleDots => $"{new string('·', Math.Max(6, room))}{page}",
            LeaderForm.Tab => $"\t{page}",
            LeaderForm.Slash => $"/{page}",
            LeaderForm.Bracketed => $"({page})",
            _ => $" {page}",
        };
        return lines;
    }

    /// <summary>The first half of the entries on the left, the second on the right.</summary>
    private static IEnumerable<string> Columns(List<List<string>> entries)
    {
        var half = (entries.Count + 1) / 2;
        var left = entries.Take(half).SelectMany(l => l).ToList();
        var right = entries.Skip(half).SelectMany(l => l).ToList();
        var width = left.Max(TableSetter.DisplayWidth) + 4;
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var line = i < left.Count ? left[i] : "";
            yield return i < right.Count ? line + new string(' ', width - TableSetter.DisplayWidth(line)) + right[i] : line;
        }
    }
}
