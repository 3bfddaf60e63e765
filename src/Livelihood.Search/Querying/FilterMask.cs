using System.Globalization;
using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>A part of a filter that does not let a document through.</summary>
[Flags]
internal enum Misses
{
    None = 0,
    Type = 1,
    Agency = 2,
    Year = 4,
    Validity = 8,
    Topic = 16,
    Category = 32,
    Issue = 64,

    /// <summary>A type's own fields.</summary>
    Values = 128,
}

/// <summary>Tells which documents a filter lets through, from the columns.</summary>
/// <param name="columns">What is known of documents.</param>
/// <param name="filter">The filter.</param>
/// <param name="values">The documents that have the values of a type's own fields; null where none is asked for.</param>
internal sealed class FilterMask(DocumentColumns columns, SearchFilter filter, IdSet? values)
{
    private readonly bool[]? _types = Let(columns.Types, filter.Types);
    private readonly bool[]? _agencies = Let(columns.Agencies, filter.AgencyIds);
    private readonly bool[]? _years = Let(columns.Years, [.. filter.Years.Select(y => y.ToString(CultureInfo.InvariantCulture))]);
    private readonly bool[]? _topics = Let(columns.Topics, filter.Topics);
    private readonly bool[]? _categories = Let(columns.Categories, filter.Categories);
    private readonly bool[]? _issues = Let(columns.Issues, filter.Issues);
    private readonly bool? _isInForce = filter.IsInForce;

    /// <summary>It lets all documents through.</summary>
    public bool LetsAll { get; } = filter.Key.Length == 0 && values is null;

    /// <summary>Whether there is such a document and it is let through.</summary>
    public bool Fits(int id) => columns.Has(id) && (LetsAll || LetsThrough(id, columns.Codes[id], columns.Days[id]));

    /// <summary>All that does not let a document through.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="codes">Its codes.</param>
    /// <param name="day">See <see cref="DocumentColumns.Days"/>.</param>
    public Misses Of(int id, in Codes codes, int day) =>
        (Lets(_types, codes.Type) ? Misses.None : Misses.Type)
        | (Lets(_agencies, codes.Agency) ? Misses.None : Misses.Agency)
        | (Lets(_years, codes.Year) ? Misses.None : Misses.Year)
        | (_isInForce is { } inForce && inForce != day > 0 ? Misses.Validity : Misses.None)
        | (Lets(_topics, codes.Topic) ? Misses.None : Misses.Topic)
        | (Lets(_categories, codes.Category) ? Misses.None : Misses.Category)
        | (Lets(_issues, codes.Issue) ? Misses.None : Misses.Issue)
        | (values is null || values.Contains(id) ? Misses.None : Misses.Values);

    /// <summary>Whether nothing stops a document: looks no further than the first that does.</summary>
    private bool LetsThrough(int id, in Codes codes, int day) =>
        Lets(_years, codes.Year) && Lets(_agencies, codes.Agency) && Lets(_types, codes.Type) && (_isInForce is null || _isInForce == day > 0)
        && Lets(_topics, codes.Topic) && Lets(_categories, codes.Category) && Lets(_issues, codes.Issue) && (values is null || values.Contains(id));

    private static bool Lets(bool[]? let, int code) => let is null || ((uint)code < (uint)let.Length && let[code]);

    /// <summary>For each code whether the filter lets it through; null where it lets all. A value that no document has fits none.</summary>
    private static bool[]? Let(Vocabulary words, IReadOnlyCollection<string> chosen)
    {
        if (chosen.Count == 0)
        {
            return null;
        }

        var let = new bool[words.Count];
        foreach (var code in chosen.Select(words.Find).OfType<ushort>().Where(c => c < let.Length))
        {
            let[code] = true;
        }

        return let;
    }
}
