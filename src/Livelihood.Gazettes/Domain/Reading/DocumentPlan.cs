using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Where a document stands and what its head consists of; indices of lines, -1 where there is none.</summary>
internal sealed class DocumentPlan
{
    public required int First { get; set; }

    public int Last { get; set; }

    public int TitleFirst { get; set; } = -1;

    public int TitleLast { get; set; } = -1;

    public int NumberLine { get; set; } = -1;

    /// <summary>The last line that names an order (令) and its number; the order's own text follows, then the title of what it enacts.</summary>
    public int OrderLast { get; set; } = -1;

    public DocumentNumber? Number { get; set; }

    /// <summary>Index into the entries of the contents, in printed order.</summary>
    public int Entry { get; set; } = -1;
}
