using Livelihood.Content.Items;

namespace Livelihood.Gazettes.Composing;

/// <summary>Which documents the list for choosing shows; what is null or empty is left open.</summary>
public sealed record PrintableFilter
{
    /// <summary>Those that are public; else those on their way there.</summary>
    public bool Public { get; init; }

    /// <summary>Words of the title, or a document number.</summary>
    public string? Query { get; init; }

    /// <summary>The content type's name.</summary>
    public string? Type { get; init; }

    /// <summary>The agency's id.</summary>
    public string? Agency { get; init; }

    /// <summary>Not before this day: formed, or where it is not public yet, last handled.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Not after this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only those that no published issue has printed.</summary>
    public bool Unprinted { get; init; }
}

/// <summary>A document that may be chosen.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">The title.</param>
/// <param name="Number">发文字号, or null.</param>
/// <param name="AgencyId">The agency's id.</param>
/// <param name="Type">The content type's name.</param>
/// <param name="Date">The formed date, or null where it has none.</param>
/// <param name="Stage">Where it stands.</param>
public sealed record PrintableLine(string ItemId, string Title, string? Number, string AgencyId, string Type, DateOnly? Date, VersionStage Stage);

/// <summary>A page of the list.</summary>
/// <param name="Lines">The documents.</param>
/// <param name="Total">How many there are, counted up to <see cref="PrintableDocuments.MostCounted"/>.</param>
public sealed record PrintablePage(IReadOnlyList<PrintableLine> Lines, int Total);
