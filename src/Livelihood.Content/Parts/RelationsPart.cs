using System.Text.Json.Serialization;

namespace Livelihood.Content.Parts;

/// <summary>What an item does to other items; each list holds item ids.</summary>
public sealed record RelationsPart
{
    /// <summary>修改: it amends these.</summary>
    public IReadOnlyList<string> Amends { get; init; } = [];

    /// <summary>废止: it repeals these.</summary>
    public IReadOnlyList<string> Repeals { get; init; } = [];

    /// <summary>被取代: these took its place.</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    /// <summary>解读: it explains these.</summary>
    public IReadOnlyList<string> Interprets { get; init; } = [];

    /// <summary>All items that it names, each once.</summary>
    [JsonIgnore]
    public IEnumerable<string> All => Amends.Concat(Repeals).Concat(ReplacedBy).Concat(Interprets).Distinct(StringComparer.Ordinal);

    /// <summary>Whether it says nothing.</summary>
    [JsonIgnore]
    public bool IsEmpty => !All.Any();
}
