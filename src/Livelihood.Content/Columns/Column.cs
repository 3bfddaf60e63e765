namespace Livelihood.Content.Columns;

/// <summary>栏目: a named place on the site that gathers published items by a selection, or leads to a page of its own.</summary>
public sealed class Column
{
    /// <summary>A stable id of 26 characters; recipes carry it from portal to portal.</summary>
    public required string Id { get; init; }

    /// <summary>The Chinese name.</summary>
    public required string Name { get; set; }

    /// <summary>The segment of its address, <c>/columns/{slug}</c>; unique.</summary>
    public required string Slug { get; set; }

    /// <summary>The column above, or null.</summary>
    public string? ParentId { get; set; }

    /// <summary>The place among the columns beside it.</summary>
    public int Order { get; set; }

    /// <summary>栏目类别 for inspectors (meta tag ColumnType), such as 政策文件; null: the column's name.</summary>
    public string? Kind { get; set; }

    /// <summary>A sentence for readers, or null.</summary>
    public string? Description { get; set; }

    /// <summary>What it shows.</summary>
    public ColumnSelection Selection { get; set; } = ColumnSelection.Nothing;

    /// <summary>The page of this site that it leads to instead of a list, such as <c>/disclosure</c>; or null.</summary>
    public string? Address { get; set; }

    /// <summary>After how many days without anything new it counts as stale; null: never.</summary>
    public int? StaleAfterDays { get; set; }

    /// <summary>How many lines the home page shows; 0: none.</summary>
    public int HomeLines { get; set; }

    /// <summary>Grows with every write; a save that knows an older one is refused.</summary>
    public int Revision { get; set; }

    /// <summary>The address below the portal's root, beginning with a slash.</summary>
    public string Path => Address ?? "/columns/" + Slug;
}
