namespace Livelihood.Search.Querying;

/// <summary>
/// What results are narrowed to. Of several values of one facet a document has one; it fits all facets. An empty list lets
/// everything through.
/// </summary>
public sealed record SearchFilter
{
    /// <summary>Nothing is left out.</summary>
    public static readonly SearchFilter None = new();

    private IReadOnlyCollection<string>? _agencyIds;

    /// <summary>Content types by name.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Responsible agencies, as they were chosen.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The agencies chosen with all below them; the chosen ones alone unless set.</summary>
    public IReadOnlyCollection<string> AgencyIds
    {
        get => _agencyIds ?? Agencies;
        init => _agencyIds = value;
    }

    /// <summary>Years of the document's date.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>In force, or repealed and expired; null: either.</summary>
    public bool? IsInForce { get; init; }

    /// <summary>主题分类 by code.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>公开类别 (第二十条) by code.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Gazette issues that printed the document first, by item id.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Values of a type's own fields, such as <c>Notice.Kind</c> = 公告. They count only where one type is chosen.</summary>
    public IReadOnlyList<(string Field, string Value)> Values { get; init; } = [];

    /// <summary>The one type that is chosen, or null.</summary>
    public string? OnlyType => Types is [var one] ? one : null;

    /// <summary>The filter as an address has it, in a fixed order.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs =>
    [
        .. Types.Select(t => (FilterNames.Type, t)),
        .. Agencies.Select(a => (FilterNames.Agency, a)),
        .. Years.Select(y => (FilterNames.Year, y.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        .. IsInForce is { } inForce ? [(FilterNames.Validity, inForce ? FilterNames.Current : FilterNames.Ended)] : Array.Empty<(string, string)>(),
        .. Topics.Select(t => (FilterNames.Topic, t)),
        .. Categories.Select(c => (FilterNames.Category, c)),
        .. Issues.Select(i => (FilterNames.Issue, i)),
        .. Values.Select(v => (FilterNames.Field + v.Field, v.Value)),
    ];

    /// <summary>The same for filters that let the same through.</summary>
    public string Key => string.Join('\n', Pairs);
}

/// <summary>What an address calls the parts of a filter.</summary>
public static class FilterNames
{
    public const string Type = "type";
    public const string Agency = "agency";
    public const string Year = "year";
    public const string Validity = "validity";
    public const string Topic = "topic";
    public const string Category = "category";
    public const string Issue = "issue";

    /// <summary>Stands before the name of a type's own field.</summary>
    public const string Field = "f.";

    /// <summary>In force.</summary>
    public const string Current = "current";

    /// <summary>Repealed or expired.</summary>
    public const string Ended = "ended";
}
