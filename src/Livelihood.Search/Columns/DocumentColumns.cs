using System.Runtime.InteropServices;

namespace Livelihood.Search.Columns;

/// <summary>
/// What results are ordered, counted and narrowed by, in arrays by document number, so that a query looks at hundreds of
/// thousands of documents without a row of the database. Kept in step by <see cref="ColumnsKeeper"/>; readers may see a
/// document's change a moment early, which is why the catalogue is asked again for all that is shown.
/// </summary>
internal sealed class DocumentColumns
{
    public DocumentColumns(int limit) => (Limit, Published, Codes, Numbers) = (limit, new int[limit], new Codes[limit], new ulong[limit]);

    private DocumentColumns(DocumentColumns old, int limit)
    {
        (Limit, Generation, Types, Agencies, Topics, Categories) = (limit, old.Generation, old.Types, old.Agencies, old.Topics, old.Categories);
        (Issues, NumberCodes, Greatest) = (old.Issues, old.NumberCodes, old.Greatest);
        (Published, Codes, Numbers) = (new int[limit], new Codes[limit], new ulong[limit]);
        old.Published.CopyTo(Published, 0);
        old.Codes.CopyTo(Codes, 0);
        old.Numbers.CopyTo(Numbers, 0);
    }

    /// <summary>The index's state that the columns show.</summary>
    public long Generation { get; set; }

    /// <summary>One more than the greatest number there is room for.</summary>
    public int Limit { get; }

    /// <summary>The greatest number that a document had so far; the room behind it is for new ones.</summary>
    public int Greatest { get; private set; }

    /// <summary>When the version was published, in seconds since 1970 (good until 2106 as unsigned).</summary>
    public int[] Published { get; }

    /// <summary>The date and the values of the facets, side by side: whoever asks for one of them mostly asks for the others.</summary>
    public Codes[] Codes { get; }

    /// <summary>The document number: 16 bits its agency's code, 16 the year, 32 the serial; 0: it has none.</summary>
    public ulong[] Numbers { get; }

    public Vocabulary Types { get; } = new();

    public Vocabulary Agencies { get; } = new();

    public Vocabulary Topics { get; } = new();

    public Vocabulary Categories { get; } = new();

    public Vocabulary Issues { get; } = new();

    public Vocabulary NumberCodes { get; } = new();

    /// <summary>Whether the public sees a document of this number.</summary>
    public bool Has(long id) => (ulong)id < (ulong)Limit && Codes[id].Day != 0;

    /// <summary>The date as a day number; 0: there is no such document.</summary>
    public int DayOf(int id) => Codes[id].Day;

    public bool IsInForce(int id) => (Codes[id].Flags & Columns.Codes.Ended) == 0;

    /// <summary>The same with room for greater numbers.</summary>
    public DocumentColumns Grow(int limit) => new(this, Math.Max(limit, Limit + Limit / 4));

    /// <summary>Enters a document.</summary>
    public void Set(ColumnRow row)
    {
        Codes[row.Id] = new()
        {
            Type = Types.CodeOf(row.Type),
            Agency = Agencies.CodeOf(row.AgencyId),
            Topic = Topics.CodeOf(row.Topic),
            Category = Categories.CodeOf(row.Category),
            Issue = Issues.CodeOf(row.IssueId),
            Year = (ushort)row.Date.Year,
            Flags = row.IsInForce ? (ushort)0 : Columns.Codes.Ended,
        };
        Numbers[row.Id] = row.NumberSerial is { } serial ? (ulong)NumberCodes.CodeOf(row.NumberCode) << 48 | (ulong)(ushort)(row.NumberYear ?? 0) << 32 | (uint)serial : 0;
        Published[row.Id] = (int)(uint)row.PublishedUtc.ToUnixTimeSeconds();
        Codes[row.Id].Day = row.Date.DayNumber;
        Greatest = Math.Max(Greatest, (int)row.Id);
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(long id)
    {
        if (id < Limit)
        {
            Codes[id].Day = 0;
        }
    }
}

/// <summary>A document's date and facets, these as codes of the vocabularies.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Codes
{
    /// <summary>Repealed or expired.</summary>
    public const ushort Ended = 1;

    /// <summary>The date as a day number; 0: there is no such document. Written last and taken away first.</summary>
    public int Day;

    public ushort Type;
    public ushort Agency;
    public ushort Topic;
    public ushort Category;
    public ushort Issue;
    public ushort Year;
    public ushort Flags;
}

/// <summary>A document as it is read from the database.</summary>
internal sealed record ColumnRow(
    long Id, string Type, string AgencyId, string? Topic, string? Category, DateOnly Date, bool IsInForce, DateTimeOffset PublishedUtc,
    string? IssueId = null, string? NumberCode = null, int? NumberYear = null, int? NumberSerial = null);
