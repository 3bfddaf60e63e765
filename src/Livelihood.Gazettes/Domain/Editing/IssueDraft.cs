using Livelihood.Content.Documents;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>The working copy that edits change, one after the other.</summary>
internal sealed class IssueDraft
{
    public IssueDraft(IssueReading reading)
    {
        var read = reading.Read;
        Lines = [.. reading.Text.Lines];
        Outside = [.. reading.Outside];
        Masthead = read.Masthead;
        IsFurniture = new bool[Lines.Length + 1];
        foreach (var line in read.Furniture.SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)))
        {
            IsFurniture[line] = true;
        }

        var entries = new Dictionary<object, DraftEntry>(ReferenceEqualityComparer.Instance);
        foreach (var section in read.Sections)
        {
            var draft = new DraftSection(section.Line, section.Name);
            foreach (var entry in section.Entries)
            {
                draft.Entries.Add(entries[entry] = new(entry));
            }

            Sections.Add(draft);
        }

        Documents.AddRange(read.Documents.Select(d => new DraftDocument(d) { Entry = d.Entry is null ? null : entries.GetValueOrDefault(d.Entry) }));
    }

    /// <summary>The source's lines; a corrected one stands in the place of the one that was read.</summary>
    public SourceLine[] Lines { get; }

    /// <summary>By line number, from 1.</summary>
    public bool[] IsFurniture { get; }

    /// <summary>Lines that belong to no document and are no furniture.</summary>
    public HashSet<int> Outside { get; }

    public Masthead Masthead { get; set; }

    public List<DraftSection> Sections { get; } = [];

    /// <summary>In the order of the source.</summary>
    public List<DraftDocument> Documents { get; } = [];

    /// <summary>Decided doubts, with the remark.</summary>
    public Dictionary<string, string> Decisions { get; } = new(StringComparer.Ordinal);

    /// <summary>How many sections were added, also those that went again: their keys are the negative numbers.</summary>
    public int AddedSections { get; set; }

    /// <summary>Lines that read otherwise than the source.</summary>
    public SortedSet<int> Corrected { get; } = [];

    public SourceLine LineAt(int number) => Lines[number - 1];

    /// <summary>Whether the line has text that belongs into a block.</summary>
    public bool HasText(int number) => !LineAt(number).IsBlank && !IsFurniture[number];

    public DraftDocument? DocumentAt(int firstLine) => Documents.Find(d => d.First == firstLine);

    /// <summary>The document that a line stands in: the last one that begins at or before it, while it reaches so far.</summary>
    public DraftDocument? DocumentOver(int line) => Documents.FindLast(d => d.First <= line) is { } found && line <= found.Last ? found : null;

    public (DraftSection Section, DraftEntry Entry)? EntryAt(int line) =>
        Sections.SelectMany(s => s.Entries.Select(e => (s, e))).Where(x => x.e.Lines.First == line).Select(x => ((DraftSection, DraftEntry)?)x).FirstOrDefault();

    public DraftSection? SectionOf(DraftEntry? entry) => entry is null ? null : Sections.Find(s => s.Entries.Contains(entry));

    /// <summary>What the draft says now, without doubts.</summary>
    public PrintedIssue Build(PrintedIssue read)
    {
        var entries = new Dictionary<DraftEntry, ContentsEntry>();
        List<PrintedSection> sections = [.. Sections.Select(s => new PrintedSection(s.Name, s.Key, [.. s.Entries.Select(e => entries[e] = e.ToEntry())]))];
        return read with
        {
            Masthead = Masthead,
            Sections = sections,
            Documents = [.. Documents.Select(d => d.Build(SectionOf(d.Entry)?.Name, d.Entry is null ? null : entries.GetValueOrDefault(d.Entry)))],
            Furniture = [.. Enumerable.Range(1, Lines.Length).Where(l => IsFurniture[l]).Select(l => new LineSpan(l, l))],
        };
    }
}

/// <summary>A section while it is being edited.</summary>
internal sealed class DraftSection(int key, string name)
{
    public int Key { get; } = key;

    public string Name { get; set; } = name;

    public List<DraftEntry> Entries { get; } = [];
}

/// <summary>An entry of the contents while it is being edited.</summary>
internal sealed class DraftEntry(ContentsEntry read)
{
    public string Title { get; set; } = read.Title;

    public int? Page { get; set; } = read.Page;

    public DocumentNumber? Number { get; set; } = read.Number;

    public LineSpan Lines { get; } = read.Lines;

    public ContentsEntry ToEntry() => new(Title, Page, Number, Lines);
}
