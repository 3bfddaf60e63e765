using System.Text.Json.Serialization;

namespace Livelihood.Content.Taxonomies;

/// <summary>The terms of a taxonomy, in order (Orchard Core's <c>TaxonomyPart</c>).</summary>
/// <param name="Terms">The terms.</param>
/// <param name="TermContentType">The type that Orchard Core gives the terms; kept for the way back.</param>
public sealed record TaxonomyPart(IReadOnlyList<TaxonomyTerm> Terms, string? TermContentType = null);

/// <summary>A term of a taxonomy.</summary>
/// <param name="ContentItemId">Its id, which never changes.</param>
/// <param name="DisplayText">The Chinese name.</param>
/// <param name="Alias">The short code by which records name it, such as 20-1; null where they use the name.</param>
/// <param name="ContentType">Its type in Orchard Core.</param>
public sealed record TaxonomyTerm(string ContentItemId, string DisplayText, string? Alias = null, string? ContentType = null)
{
    /// <summary>The terms below it, in order, as Orchard Core nests them; null where there are none.</summary>
    public IReadOnlyList<TaxonomyTerm>? Terms { get; init; }

    /// <summary>Whether it is no longer offered to editors; what carries it keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retired { get; init; }
}
