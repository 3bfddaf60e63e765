using System.Text.Json;
using Livelihood.Content.Items;

namespace Livelihood.Content.Columns;

/// <summary>
/// Which published items a column shows. What is named must hold together: a type of these, an agency of these, a
/// category of these; an empty list asks nothing. Items placed by hand stand above, whatever they are.
/// </summary>
public sealed record ColumnSelection
{
    /// <summary>Shows nothing.</summary>
    public static readonly ColumnSelection Nothing = new();

    /// <summary>Names of content types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Ids of responsible agencies.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Whether items of the agencies below these count too.</summary>
    public bool WithParts { get; init; }

    /// <summary>Codes of 公开类别.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes of 主题分类.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Values of the types' own fields, all of which must hold, each as <c>Notice.Kind=公告</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Ids of the items placed by hand, in order.</summary>
    public IReadOnlyList<string> Placed { get; init; } = [];

    /// <summary>Whether anything is asked; a selection that asks nothing shows only what is placed by hand.</summary>
    public bool AsksAnything => Types.Count + Agencies.Count + Categories.Count + Topics.Count + Values.Count > 0;

    /// <summary>Whether the column shows an item with these facts.</summary>
    public bool Shows(ItemFacts item) => Placed.Contains(item.Id) || (AsksAnything
        && Asks(Types, item.Type)
        && Asks(Categories, item.Category)
        && Asks(Topics, item.Topic)
        && Values.All(item.Values.Contains)
        && (Agencies.Count == 0 || item.AgencyLine.Take(WithParts ? int.MaxValue : 1).Any(Agencies.Contains)));

    /// <summary>The stored form.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, ContentData.Json);

    /// <summary>Reads the stored form.</summary>
    public static ColumnSelection Parse(string json) => JsonSerializer.Deserialize<ColumnSelection>(json, ContentData.Json)!;

    private static bool Asks(IReadOnlyList<string> wanted, string? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value));
}

/// <summary>What a selection looks at.</summary>
/// <param name="Id">The item.</param>
/// <param name="Type">Its content type.</param>
/// <param name="AgencyLine">The responsible agency and those above it, nearest first.</param>
/// <param name="Category">公开类别, or null.</param>
/// <param name="Topic">主题分类, or null.</param>
/// <param name="Values">The values of its type's own fields, each as <c>Notice.Kind=公告</c>.</param>
public sealed record ItemFacts(
    string Id, string Type, IReadOnlyList<string> AgencyLine, string? Category, string? Topic, IReadOnlyList<string> Values);
