using Livelihood.Platform.Data;

namespace Livelihood.Content.References;

/// <summary>
/// That a published item's text refers to a document, so that the document's page can say who cites it without a look into
/// every text. The document need not be here (yet).
/// </summary>
[Unaudited("References follow from publication and withdrawal, which are audited.")]
public sealed class ContentReference
{
    /// <summary>How long a key may be.</summary>
    public const int LongestKey = ReferenceKey.LongestTitle + 2;

    /// <summary>The item whose text it is.</summary>
    public required string FromId { get; init; }

    /// <summary>What it names: see <see cref="ReferenceKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The citing item's date in the catalogue, by which lists are ordered.</summary>
    public DateOnly Date { get; set; }
}
