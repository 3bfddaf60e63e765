using Livelihood.Platform.Data;

namespace Livelihood.Content.Relations;

/// <summary>What one item does to another.</summary>
public enum RelationKind
{
    /// <summary>修改.</summary>
    Amends,

    /// <summary>废止.</summary>
    Repeals,

    /// <summary>被取代: the other took its place.</summary>
    ReplacedBy,

    /// <summary>解读.</summary>
    Interprets,
}

/// <summary>A relation that a published item states, so that the other item's page finds it without a look into every item.</summary>
[Unaudited("Relations follow from publication and withdrawal, which are audited.")]
public sealed class ContentRelation
{
    /// <summary>The item that states it.</summary>
    public required string FromId { get; init; }

    /// <summary>What it does.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>The item that it does it to; published or not.</summary>
    public required string ToId { get; init; }
}
