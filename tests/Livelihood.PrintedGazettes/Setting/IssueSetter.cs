using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Faults;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Sets a whole issue in a house's manner: the lines, and what a reader should read of each document.</summary>
internal static class IssueSetter
{
    public static (List<SetLine> Lines, List<ExpectedDocument> Documents) Set(House house, IssueTruth issue, IReadOnlyList<Fault> faults, Chance chance)
    {
        var pages = new Pages(house, issue.Masthead, chance.Fork());
        var documents = issue.Documents.Select((d, i) => new DocumentSetter(house, pages, d, i, chance).Set()).ToList();
        pages.End();

        IReadOnlyList<Entry> entries =
            [.. issue.Documents.Select((d, i) => new Entry(d.Section, d.Title, d.Number, house.HasPagesInContents ? documents[i].Page : null, i))];
        entries = faults.Aggregate(entries, (e, f) => f.Contents?.Invoke(e, chance) ?? e);
        Expect(house, entries, documents);

        var lines = new List<SetLine>();
        var contents = house.HasContents ? ContentsSetter.Set(house, entries) : [];
        var fields = Lines(house, MastheadSetter.Fields(house, issue.Masthead));
        lines.AddRange(Lines(house, MastheadSetter.Cover(house, issue.Masthead)));
        lines.Add(SetLine.Blank);
        if (house.MastheadPlace == MastheadPlace.Front)
        {
            lines.AddRange(fields);
            lines.Add(SetLine.Blank);
        }

        if (!house.ContentsAtEnd)
        {
            AddContents(lines, house, contents, fields);
        }

        lines.Add(SetLine.Blank);
        lines.AddRange(pages.Lines);
        lines.Add(SetLine.Blank);
        if (house.ContentsAtEnd)
        {
            AddContents(lines, house, contents, fields);
            lines.Add(SetLine.Blank);
        }

        if (house.MastheadPlace == MastheadPlace.End)
        {
            lines.AddRange(fields);
        }

        return (lines, documents);
    }

    /// <summary>Page and section come from the contents: what is not there cannot be read.</summary>
    private static void Expect(House house, IReadOnlyList<Entry> entries, List<ExpectedDocument> documents)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            var entry = house.HasContents ? entries.FirstOrDefault(e => e.Document == i) : null;
            documents[i] = documents[i] with { Page = entry?.Page, Section = entry is null || house.Sections == SectionForm.None ? null : entry.Section };
        }
    }

    private static void AddContents(List<SetLine> lines, House house, IReadOnlyList<IReadOnlyList<SetLine>> contents, IReadOnlyList<SetLine> fields)
    {
        if (house.HasContents && house.MastheadPlace != MastheadPlace.AmongContents)
        {
            lines.Add(new(Forms.Centred(house, house.ContentsMark), LineKind.Contents));
            lines.Add(SetLine.Blank);
        }

        var middle = contents.Count / 2;
        for (var i = 0; i < contents.Count; i++)
        {
            if (i == middle && house.MastheadPlace == MastheadPlace.AmongContents)
            {
                AddFields();
            }

            lines.AddRange(contents[i]);
        }

        if (contents.Count == 0 && house.MastheadPlace == MastheadPlace.AmongContents)
        {
            AddFields();
        }

        void AddFields()
        {
            lines.Add(SetLine.Blank);
            lines.AddRange(fields);
            lines.Add(SetLine.Blank);
        }
    }

    private static List<SetLine> Lines(House house, IEnumerable<string> texts)
    {
        var lines = new List<SetLine>();
        foreach (var text in texts)
        {
            lines.Add(new(text, LineKind.Masthead));
            if (house.BlankBetweenParagraphs)
            {
                lines.Add(SetLine.Blank);
            }
        }

        return lines;
    }
}
