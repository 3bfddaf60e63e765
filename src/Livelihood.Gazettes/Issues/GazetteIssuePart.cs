namespace Livelihood.Gazettes.Issues;

/// <summary>What makes an item a gazette issue: its numbers and its contents as printed.</summary>
public sealed record GazetteIssuePart
{
    /// <summary>The gazette's title, such as 云岭市人民政府公报.</summary>
    public string? Gazette { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The number in the year (第6号).</summary>
    public required int Number { get; init; }

    /// <summary>The running total number (总第161号), or null.</summary>
    public int? TotalNumber { get; init; }

    /// <summary>The day of publication in print, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>主办, or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>地址 of the editors, or null.</summary>
    public string? Address { get; init; }

    /// <summary>编委会 and editors, in printed order.</summary>
    public IReadOnlyList<GazetteEditor> Board { get; init; } = [];

    /// <summary>The sections in printed order.</summary>
    public IReadOnlyList<GazetteSection> Sections { get; init; } = [];

    /// <summary>
    /// True where the issue was composed here, and not read from print: it goes over review and approval, and its documents
    /// become public with it. Null for all others.
    /// </summary>
    public bool? Composed { get; init; }

    /// <summary>True where the order changed after the pages were set; null where the pages are those of this order.</summary>
    public bool? PagesAreStale { get; init; }

    /// <summary>As cited: 2019年第6号.</summary>
    public string Citation() => $"{Year}年第{Number}号";

    /// <summary>The address of the issue of a year and number, below the portal's root. It is the issue's key.</summary>
    public static string PathOf(int year, int number) => $"/gazettes/{year}/{number}";
}

/// <summary>Somebody named in the masthead.</summary>
/// <param name="Role">Such as 主任.</param>
/// <param name="Name">The name.</param>
public sealed record GazetteEditor(string Role, string Name);

/// <summary>栏目.</summary>
/// <param name="Name">Without brackets; empty where the contents have none.</param>
/// <param name="Entries">In printed order.</param>
public sealed record GazetteSection(string Name, IReadOnlyList<GazetteEntry> Entries);

/// <summary>An entry of the contents.</summary>
/// <param name="ItemId">The document's item; null where the text has no such document.</param>
/// <param name="Title">As the contents print it.</param>
/// <param name="Page">The printed page, or null.</param>
public sealed record GazetteEntry(string? ItemId, string Title, int? Page);
