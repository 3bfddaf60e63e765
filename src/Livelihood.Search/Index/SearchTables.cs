using Livelihood.Platform.Data;
using NpgsqlTypes;

namespace Livelihood.Search.Index;

/// <summary>A searchable item: what results are filtered, counted and ordered by. A narrow row, read in great numbers.</summary>
[Unaudited("The index follows from publication and withdrawal, which are audited.")]
internal sealed class SearchDocument
{
    /// <summary>The row's number; SQLite's term tables have the same.</summary>
    public long Id { get; init; }

    public required string ItemId { get; init; }

    public int VersionNumber { get; init; }

    public required string Type { get; init; }

    public required string AgencyId { get; init; }

    public DateOnly Date { get; init; }

    public int Year { get; init; }

    public bool IsInForce { get; init; }

    /// <summary>The gazette issue that printed it first, or null.</summary>
    public string? IssueId { get; init; }

    public string? NumberCode { get; init; }

    public int? NumberYear { get; init; }

    public int? NumberSerial { get; init; }
}

/// <summary>A searchable item's texts: canonical for ranking and phrases, sections for passages.</summary>
[Unaudited("The index follows from publication and withdrawal, which are audited.")]
internal sealed class SearchText
{
    public long DocumentId { get; init; }

    public required string Title { get; init; }

    public required string Headings { get; init; }

    public required string Text { get; init; }

    public required string Sections { get; init; }
}

/// <summary>A searchable item's terms on PostgreSQL, without positions. SQLite has FTS5 tables in its place.</summary>
[Unaudited("The index follows from publication and withdrawal, which are audited.")]
internal sealed class SearchTerms
{
    public long DocumentId { get; init; }

    /// <summary>All terms, single characters and document numbers.</summary>
    public required NpgsqlTsVector Terms { get; init; }

    /// <summary>Those of the title.</summary>
    public required NpgsqlTsVector TitleTerms { get; init; }
}
