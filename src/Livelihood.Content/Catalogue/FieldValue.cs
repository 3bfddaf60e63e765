using Livelihood.Platform.Data;

namespace Livelihood.Content.Catalogue;

/// <summary>Of which version a field's value is.</summary>
public enum FieldScope
{
    /// <summary>The published version: lists, filters and facets of the public.</summary>
    Published,

    /// <summary>The latest version: lists and filters of staff.</summary>
    Latest,
}

/// <summary>
/// A value that an item has in one of its type's own fields, so that lists filter by whatever a type declares without a
/// look into every item.
/// </summary>
[Unaudited("Field values follow from saving, publication and withdrawal, which are audited.")]
public sealed class FieldValue
{
    /// <summary>How many characters of a value count.</summary>
    public const int MaxLength = 128;

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>Of which version.</summary>
    public FieldScope Scope { get; init; }

    /// <summary>The content type's name.</summary>
    public required string Type { get; init; }

    /// <summary>Part and field, such as <c>Notice.Kind</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value: text, <c>yyyy-MM-dd</c>, a number, <c>true</c> or <c>false</c>, an item's or a term's id.</summary>
    public required string Value { get; init; }

    /// <summary>The item's date in the catalogue; the day of writing for <see cref="FieldScope.Latest"/>.</summary>
    public DateOnly Date { get; init; }
}
