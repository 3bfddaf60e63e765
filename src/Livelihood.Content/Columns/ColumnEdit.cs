using Livelihood.Content.Items;

namespace Livelihood.Content.Columns;

/// <summary>What an editor or a recipe says of a column; see <see cref="Column"/>.</summary>
public sealed record ColumnEdit
{
    public required string? Name { get; init; }

    public required string? Slug { get; init; }

    public string? ParentId { get; init; }

    public string? Kind { get; init; }

    public string? Description { get; init; }

    public ColumnSelection Selection { get; init; } = ColumnSelection.Nothing;

    public string? Address { get; init; }

    public int? StaleAfterDays { get; init; }

    public int HomeLines { get; init; }

    /// <summary>What a column says now.</summary>
    public static ColumnEdit Of(Column column) => new()
    {
        Name = column.Name,
        Slug = column.Slug,
        ParentId = column.ParentId,
        Kind = column.Kind,
        Description = column.Description,
        Selection = column.Selection,
        Address = column.Address,
        StaleAfterDays = column.StaleAfterDays,
        HomeLines = column.HomeLines,
    };

    /// <summary>Says it of a column.</summary>
    public void WriteTo(Column column)
    {
        (column.Name, column.Slug, column.ParentId) = (Name!.Trim(), Slug!, ParentId);
        (column.Kind, column.Description, column.Address) = (Kind, Description, Address);
        (column.Selection, column.StaleAfterDays, column.HomeLines) = (Selection, StaleAfterDays, HomeLines);
    }

    /// <inheritdoc/>
    public bool Equals(ColumnEdit? other) => other is not null
        && (Name, Slug, ParentId, Kind, Description, Address, StaleAfterDays, HomeLines)
            == (other.Name, other.Slug, other.ParentId, other.Kind, other.Description, other.Address, other.StaleAfterDays, other.HomeLines)
        && Selection.ToString() == other.Selection.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Slug, ParentId);
}

/// <summary>The rules of columns that need nothing but the columns themselves.</summary>
public static class ColumnRules
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 30;

    /// <summary>The longest description, in characters.</summary>
    public const int LongestDescription = 200;

    /// <summary>How many lines of a column the home page shows at the most.</summary>
    public const int MostHomeLines = 12;

    /// <summary>How many items can be placed by hand.</summary>
    public const int MostPlaced = 20;

    /// <summary>How many levels columns may have.</summary>
    public const int MostLevels = 3;

    /// <summary>Holds an edit of a column against the rules and the other columns.</summary>
    /// <exception cref="FieldRefusedException">It breaks one; Chinese.</exception>
    public static void Check(Column column, ColumnEdit edit, IReadOnlyList<Column> all)
    {
        Require(edit.Name?.Trim() is { Length: > 0 and <= LongestName }, nameof(edit.Name), $"请填写名称，不超过{LongestName}个字。");
        Require(AddressSegment.IsValid(edit.Slug), nameof(edit.Slug), AddressSegment.Hint);
        Require(!all.Any(c => c.Id != column.Id && c.Slug == edit.Slug), nameof(edit.Slug), $"地址“{edit.Slug}”已被其他栏目使用，请换一个。");
        Require((edit.Kind?.Length ?? 0) <= LongestName, nameof(edit.Kind), $"类别不能超过{LongestName}个字。");
        Require((edit.Description?.Length ?? 0) <= LongestDescription, nameof(edit.Description), $"说明不能超过{LongestDescription}个字。");
        Require(edit.StaleAfterDays is null or (>= 1 and <= 3660), nameof(edit.StaleAfterDays), "提醒的天数应当在1至3660之间；不提醒的留空。");
        Require(edit.HomeLines is >= 0 and <= MostHomeLines, nameof(edit.HomeLines), $"首页的条数应当在0至{MostHomeLines}之间。");
        Require(edit.Selection.Placed.Count <= MostPlaced, nameof(edit.Selection.Placed), $"手工放置的内容不能超过{MostPlaced}条。");
        Require(
            edit.Address is null || edit.Selection is { AsksAnything: false, Placed.Count: 0 }, nameof(edit.Address),
            "填写了页面地址的栏目直接通向那个页面，不能再选内容。请清空其中一样。");
        var tree = new ColumnTree(all);
        var parent = tree.Find(edit.ParentId);
        Require(edit.ParentId is null || parent is not null, nameof(edit.ParentId), "所选的上级栏目已经不在了，请重新选择。");
        Require(parent is null || !tree.WayTo(parent).Contains(column), nameof(edit.ParentId), "不能放到自己或者自己的下级之下，请另选上级。");
        Require(
            (parent is null ? 0 : tree.WayTo(parent).Count) + Height(tree, column) <= MostLevels, nameof(edit.ParentId),
            $"栏目最多{MostLevels}级，请选较高一级的上级。");
    }

    private static int Height(ColumnTree tree, Column column) => 1 + tree.Below(column.Id).Select(c => Height(tree, c)).DefaultIfEmpty(0).Max();

    private static void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw new FieldRefusedException(field, message);
        }
    }
}
