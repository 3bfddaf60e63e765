using System.Globalization;
using System.Runtime.InteropServices;

namespace Livelihood.Search.Columns;

/// <summary>
/// What results are ordered, counted and narrowed by, in arrays by document number, so that a query looks at hundreds of
/// thousands of documents without a row of the database. Kept in step by <see cref="ColumnsKeeper"/>; readers may see a
/// document's change a moment early, which is why the catalogue is asked again for all that is shown.
/// </summary>
internal sealed class DocumentColumns
{
    public DocumentColumns(int limit) =>
        (Limit, Days, Published, Codes, Numbers) = (limit, new int[limit], new int[limit], new Codes[limit], new ulong[limit]);

    private DocumentColumns(DocumentColumns old, int limit)
    {
        (Limit, Generation, Types, Agencies, Topics, Categories) = (limit, old.Generation, old.Types, old.Agencies, old.Topics, old.Categories);
        (Issues, Years, NumberCodes, Greatest) = (old.Issues, old.Years, old.NumberCodes, old.Greatest);
        (Days, Published, Codes, Numbers) = (new int[limit], new int[limit], new Codes[limit], new ulong[limit]);
        old.Days.CopyTo(Days, 0);
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

    /// <summary>
    /// The date as a day number, below zero where the document was repealed or has expired; 0: there is no such document. All
    /// that a score needs, and apart from the rest, so that it stays in the processor's memory while a query looks at many.
    /// </summary>
    public int[] Days { get; }

    /// <summary>When the version was published, in seconds since 1970 (good until 2106 as unsigned).</summary>
    public int[] Published { get; }

    /// <summary>The values of the facets, side by side: whoever counts one of them counts the others.</summary>
    public Codes[] Codes { get; }

    /// <summary>The document number: 16 bits its agency's code, 16 the year, 32 the serial; 0: it has none.</summary>
    public ulong[] Numbers { get; }

    public Vocabulary Types { get; } = new();

    public Vocabulary Agencies { get; } = new();

    public Vocabulary Topics { get; } = new();

    public Vocabulary Categories { get; } = new();

    public Vocabulary Issues { get; } = new();

    public Vocabulary Years { get; } = new();

    public Vocabulary NumberCodes { get; } = new();

    /// <summary>Whether the public sees a document of this number.</summary>
    public bool Has(long id) => (ulong)id < (ulong)Limit && Days[id] != 0;

    /// <summary>The date as a day number; 0: there is no such document.</summary>
    public int DayOf(int id) => Math.Abs(Days[id]);

    public bool IsInForce(int id) => Days[id] >= 0;

    /// <summary>The same with room for greater numbers.</summary>
    public DocumentColumns Grow(int limit) => new(this, Math.Max(limit, Limit + Limit / 16));

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
            Year = Years.CodeOf(row.Date.Year.ToString(CultureInfo.InvariantCulture)),
        };
        Numbers[row.Id] = row.NumberSerial is { } serial ? (ulong)NumberCodes.CodeOf(row.NumberCode) << 48 | (ulong)(ushort)(row.NumberYear ?? 0) << 32 | (uint)serial : 0;
        Published[row.Id] = (int)(uint)row.PublishedUtc.ToUnixTimeSeconds();

        // Last, as it says that the document is there.
        Days[row.Id] = row.IsInForce ? row.Date.DayNumber : -row.Date.DayNumber;
        Greatest = Math.Max(Greatest, (int)row.Id);
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(long id)
    {
        if (id < Limit)
        {
            Days[id] = 0;
        }
    }
}

/// <summary>A document's values of the facets, as codes of the vocabularies; twelve bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Codes
{
    public ushort Type;
    public ushort Agency;
    public ushort Topic;
    public ushort Category;
    public ushort Issue;
    public ushort Year;
}

/// <summary>A document as it is read from the database.</summary>
internal sealed record ColumnRow(
    long Id, string Type, string AgencyId, string? Topic, string? Category, DateOnly Date, bool IsInForce, DateTimeOffset PublishedUtc,
    string? IssueId = null, string? NumberCode = null, int? NumberYear = null, int? NumberSerial = null);
