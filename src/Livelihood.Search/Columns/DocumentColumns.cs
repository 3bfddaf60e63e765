using System.Globalization;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Columns;

/// <summary>
/// What results are ordered, counted and narrowed by, in arrays by document number, so that a query looks at hundreds of
/// thousands of documents without a row of the database. Kept in step by <see cref="ColumnsKeeper"/>; readers may see a
/// document's change a moment early, which is why the catalogue is asked again for all that is shown.
/// </summary>
internal sealed class DocumentColumns
{
    private readonly FacetColumn[] _facets;

    /// <summary>Room for documents.</summary>
    /// <param name="limit">One more than the greatest number; there is room for a few more, as sixty-four are looked at at once.</param>
    public DocumentColumns(int limit)
    {
        Limit = RoundUp(limit);
        (Public, InForce) = (new(Limit), new(Limit));
        (Days, Published, Numbers) = (new int[Limit], new int[Limit], new ulong[Limit]);
        _facets = [.. Enumerable.Range(0, (int)Facet.Validity).Select(_ => new FacetColumn(Limit))];
    }

    private DocumentColumns(DocumentColumns old, int limit)
    {
        (Limit, Generation, NumberCodes, Greatest) = (RoundUp(limit), old.Generation, old.NumberCodes, old.Greatest);
        (Public, InForce) = (new(old.Public, Limit), new(old.InForce, Limit));
        (Days, Published, Numbers) = (new int[Limit], new int[Limit], new ulong[Limit]);
        _facets = [.. old._facets.Select(f => new FacetColumn(f, Limit))];
        old.Days.CopyTo(Days, 0);
        old.Published.CopyTo(Published, 0);
        old.Numbers.CopyTo(Numbers, 0);
    }

    /// <summary>The values of a facet that has a column.</summary>
    public FacetColumn this[Facet facet] => _facets[(int)facet];

    /// <summary>The index's state that the columns show.</summary>
    public long Generation { get; set; }

    /// <summary>One more than the greatest number there is room for.</summary>
    public int Limit { get; }

    /// <summary>The greatest number that a document had so far; the room behind it is for new ones.</summary>
    public int Greatest { get; private set; }

    /// <summary>The documents that the public sees.</summary>
    public IdSet Public { get; }

    /// <summary>Those that are neither repealed nor expired.</summary>
    public IdSet InForce { get; }

    /// <summary>
    /// The date as a day number, below zero where the document was repealed or has expired; 0: there is no such document. All
    /// that a score needs, and apart from the rest, so that it stays in the processor's memory while a query looks at many.
    /// </summary>
    public int[] Days { get; }

    /// <summary>When the version was published, in seconds since 1970 (good until 2106 as unsigned).</summary>
    public int[] Published { get; }

    /// <summary>The document number: 16 bits its agency's code, 16 the year, 32 the serial; 0: it has none.</summary>
    public ulong[] Numbers { get; }

    public Vocabulary NumberCodes { get; } = new();

    /// <summary>Whether the public sees a document of this number.</summary>
    public bool Has(long id) => Public.Contains(id);

    /// <summary>The date as a day number; 0: there is no such document.</summary>
    public int DayOf(int id) => Math.Abs(Days[id]);

    /// <summary>The same with room for greater numbers.</summary>
    public DocumentColumns Grow(int limit) => new(this, Math.Max(limit, Limit + Limit / 16));

    /// <summary>Enters a document.</summary>
    public void Set(ColumnRow row)
    {
        this[Facet.Type].Set(row.Id, row.Type);
        this[Facet.Agency].Set(row.Id, row.AgencyId);
        this[Facet.Year].Set(row.Id, row.Date.Year.ToString(CultureInfo.InvariantCulture));
        this[Facet.Topic].Set(row.Id, row.Topic);
        this[Facet.Category].Set(row.Id, row.Category);
        this[Facet.Issue].Set(row.Id, row.IssueId);
        Numbers[row.Id] = row.NumberSerial is { } serial ? (ulong)NumberCodes.CodeOf(row.NumberCode) << 48 | (ulong)(ushort)(row.NumberYear ?? 0) << 32 | (uint)serial : 0;
        Published[row.Id] = (int)(uint)row.PublishedUtc.ToUnixTimeSeconds();

        Days[row.Id] = row.IsInForce ? row.Date.DayNumber : -row.Date.DayNumber;
        Greatest = Math.Max(Greatest, (int)row.Id);
        if (row.IsInForce)
        {
            InForce.Add(row.Id);
        }
        else
        {
            InForce.Remove(row.Id);
        }

        // Last, as it says that the document is there.
        Public.Add(row.Id);
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(long id)
    {
        if (id < Limit)
        {
            Public.Remove(id);
            Days[id] = 0;
        }
    }

    private static int RoundUp(int limit) => (limit + 63) & ~63;
}

/// <summary>A document as it is read from the database.</summary>
internal sealed record ColumnRow(
    long Id, string Type, string AgencyId, string? Topic, string? Category, DateOnly Date, bool IsInForce, DateTimeOffset PublishedUtc,
    string? IssueId = null, string? NumberCode = null, int? NumberYear = null, int? NumberSerial = null);
