using Livelihood.Content.Columns;

namespace Livelihood.Content.Areas.Console.Pages.Columns;

/// <summary>What is typed and ticked of a column.</summary>
public sealed class ColumnForm
{
    public string? Name { get; set; }

    public string? Slug { get; set; }

    public string? ParentId { get; set; }

    public string? Kind { get; set; }

    public string? Description { get; set; }

    public List<string> Types { get; set; } = [];

    public List<string> Agencies { get; set; } = [];

    public bool WithParts { get; set; }

    public List<string> Categories { get; set; } = [];

    public List<string> Topics { get; set; } = [];

    public List<string> Values { get; set; } = [];

    /// <summary>Addresses of items, one a line.</summary>
    public string? Placed { get; set; }

    public string? Address { get; set; }

    public int? StaleAfterDays { get; set; }

    public int? HomeLines { get; set; }

    /// <summary>The form of a column as it is.</summary>
    public static ColumnForm Of(Column column, IEnumerable<string> placed) => new()
    {
        Name = column.Name,
        Slug = column.Slug,
        ParentId = column.ParentId,
        Kind = column.Kind,
        Description = column.Description,
        Types = [.. column.Selection.Types],
        Agencies = [.. column.Selection.Agencies],
        WithParts = column.Selection.WithParts,
        Categories = [.. column.Selection.Categories],
        Topics = [.. column.Selection.Topics],
        Values = [.. column.Selection.Values],
        Placed = string.Join('\n', placed),
        Address = column.Address,
        StaleAfterDays = column.StaleAfterDays,
        HomeLines = column.HomeLines,
    };

    /// <summary>What the form says of the column.</summary>
    public ColumnEdit ToEdit(IReadOnlyList<string> placed) => new()
    {
        Name = Name,
        Slug = Slug?.Trim(),
        ParentId = Filled(ParentId),
        Kind = Filled(Kind),
        Description = Filled(Description),
        Address = Filled(Address),
        StaleAfterDays = StaleAfterDays,
        HomeLines = HomeLines ?? 0,
        Selection = new()
        {
            Types = Types,
            Agencies = Agencies,
            WithParts = WithParts,
            Categories = Categories,
            Topics = Topics,
            Values = Values,
            Placed = placed,
        },
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
