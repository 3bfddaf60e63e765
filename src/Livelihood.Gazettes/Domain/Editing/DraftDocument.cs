using System.Collections.Frozen;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>A document while it is being edited: its blocks, and what an editor set of its record.</summary>
internal sealed class DraftDocument
{
    private const int LongestBeginning = 40;

    private PrintedDocument _derived;

    public DraftDocument(PrintedDocument read)
    {
        (_derived, First, Last) = (read, read.Lines.First, read.Lines.Last);
        Blocks = [.. read.Blocks];
    }

    /// <summary>A document made by an edit, out of these blocks.</summary>
    public DraftDocument(List<Block> blocks)
        : this(new PrintedDocument("", null, null, [], null, null, null, null, blocks, new(blocks[0].Lines.First, blocks.Max(b => b.Lines.Last)))) => Changed();

    public int First { get; private set; }

    public int Last { get; private set; }

    public List<Block> Blocks { get; }

    public DraftEntry? Entry { get; set; }

    /// <summary>What an editor set; it goes before what the text says.</summary>
    public FieldValues Fields { get; set; } = new();

    /// <summary>Derives place and record anew from the blocks, after an edit changed them.</summary>
    public void Changed()
    {
        (First, Last) = (Blocks[0].Lines.First, Blocks.Max(b => b.Lines.Last));
        var derived = DocumentFields.Of([.. Blocks], section: null, entry: null);
        _derived = Blocks.Exists(b => b.Kind == BlockKind.Title) ? derived : derived with { Title = "" };
    }

    public PrintedDocument Build(string? section, ContentsEntry? entry) => _derived with
    {
        Title = Fields.Title ?? (_derived.Title.Length > 0 ? _derived.Title : entry?.Title ?? Beginning()),
        Number = Fields.IsNumberSet ? Fields.Number : _derived.Number ?? entry?.Number,
        FormedOn = Fields.IsFormedOnSet ? Fields.FormedOn : _derived.FormedOn,
        EffectiveOn = Fields.IsEffectiveOnSet ? Fields.EffectiveOn : _derived.EffectiveOn,
        Addressees = Fields.IsAddresseesSet ? Fields.Addressees : _derived.Addressees,
        Signature = Fields.Signature ?? _derived.Signature,
        Section = section,
        Entry = entry,
        Blocks = [.. Blocks],
        Lines = new(First, Last),
        Emptied = Fields.Emptied,
    };

    /// <summary>A document without a title is called by its first words until it has one; of a table those are its first row.</summary>
    private string Beginning()
    {
        var words = Blocks.Select(b => (b.Rows is { Count: > 0 } rows ? string.Join(' ', rows[0]) : b.Text).Replace('\n', ' ').Trim()).FirstOrDefault(w => w.Length > 0) ?? "没有题名";
        return words.Length > LongestBeginning ? words[..LongestBeginning] : words;
    }
}

/// <summary>The fields of a record that an editor set. A field can be set to nothing.</summary>
internal sealed record FieldValues
{
    public string? Title { get; init; }

    public bool IsNumberSet { get; init; }

    public DocumentNumber? Number { get; init; }

    public bool IsFormedOnSet { get; init; }

    public DateOnly? FormedOn { get; init; }

    public bool IsEffectiveOnSet { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public bool IsAddresseesSet { get; init; }

    public string? Addressees { get; init; }

    public IReadOnlyList<string>? Signature { get; init; }

    /// <summary>Those that were set to nothing.</summary>
    public IReadOnlySet<DocumentField> Emptied
    {
        get
        {
            var emptied = new HashSet<DocumentField>();
            void Note(bool isEmptied, DocumentField which) => _ = isEmptied && emptied.Add(which);
            Note(IsNumberSet && Number is null, DocumentField.Number);
            Note(IsFormedOnSet && FormedOn is null, DocumentField.FormedOn);
            Note(IsEffectiveOnSet && EffectiveOn is null, DocumentField.EffectiveOn);
            Note(IsAddresseesSet && Addressees is null, DocumentField.Addressees);
            Note(Signature is { Count: 0 }, DocumentField.Signature);
            return emptied.Count == 0 ? FrozenSet<DocumentField>.Empty : emptied;
        }
    }
}
