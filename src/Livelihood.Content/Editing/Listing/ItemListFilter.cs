using Livelihood.Content.Items;

namespace Livelihood.Content.Editing.Listing;

/// <summary>Which items the console's list shows; what is null or empty is left open.</summary>
public sealed record ItemListFilter
{
    /// <summary>The type.</summary>
    public string? Type { get; init; }

    /// <summary>The agency.</summary>
    public string? Agency { get; init; }

    /// <summary>The stage of the latest version.</summary>
    public VersionStage? Stage { get; init; }

    /// <summary>Only what the person wrote.</summary>
    public bool Mine { get; init; }

    /// <summary>Only what waits for the person's decision.</summary>
    public bool Waiting { get; init; }

    /// <summary>Words of the title, an index number or a document number.</summary>
    public string? Query { get; init; }

    /// <summary>Values of the type's own fields, such as <c>Notice.Kind</c> = 公告.</summary>
    public IReadOnlyList<(string Field, string Value)> Values { get; init; } = [];
}

/// <summary>A page of the list.</summary>
/// <param name="Items">The items, what changed last first.</param>
/// <param name="Total">How many there are over all pages, counted up to <see cref="ItemList.MostCounted"/>.</param>
/// <param name="Stages">How many there are in each stage, whichever stage is chosen; counted up to the same.</param>
public sealed record ItemListPage(IReadOnlyList<ContentItem> Items, int Total, IReadOnlyDictionary<VersionStage, int> Stages);
