using System.Collections.Immutable;

namespace Livelihood.Content.Columns;

/// <summary>All columns in the order of their tree.</summary>
public sealed class ColumnTree
{
    private readonly ILookup<string?, Column> _below;
    private readonly Dictionary<string, Column> _byId;

    /// <summary>The tree of these columns.</summary>
    public ColumnTree(IEnumerable<Column> columns)
    {
        var all = columns.OrderBy(c => c.Order).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        _byId = all.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _below = all.ToLookup(c => c.ParentId);
        Lines = [.. Flat(null, 0)];
    }

    /// <summary>All columns, each before those below it, with how many stand above it.</summary>
    public ImmutableList<(Column Column, int Depth)> Lines { get; }

    /// <summary>The columns directly below one; of the first level for null.</summary>
    public IEnumerable<Column> Below(string? id) => _below[id];

    /// <summary>The column of this id, or null.</summary>
    public Column? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The column at this address segment, or null.</summary>
    public Column? At(string slug) => Lines.Find(l => l.Column.Slug == slug).Column;

    /// <summary>The column and those above it, the highest first.</summary>
    public IReadOnlyList<Column> WayTo(Column column)
    {
        var way = new List<Column>();
        for (var at = column; at is not null && !way.Contains(at); at = Find(at.ParentId))
        {
            way.Insert(0, at);
        }

        return way;
    }

    /// <summary>
    /// The column that an item belongs to: the first that shows it, where a column below another comes before it, as it
    /// says more. Null where no column shows the item.
    /// </summary>
    public Column? HomeOf(ItemFacts item) => FirstShowing(null, item);

    private Column? FirstShowing(string? parent, ItemFacts item) =>
        Below(parent).Select(c => FirstShowing(c.Id, item) ?? (c.Selection.Shows(item) ? c : null)).FirstOrDefault(c => c is not null);

    private IEnumerable<(Column Column, int Depth)> Flat(string? parent, int depth) =>
        Below(parent).SelectMany(c => Flat(c.Id, depth + 1).Prepend((c, depth)));
}
