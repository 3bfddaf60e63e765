using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Http.Extensions;

namespace Livelihood.Search.Pages.Search;

/// <summary>A search as an address: query, filter and order. Choosing or taking back a value makes another one.</summary>
/// <param name="Path">The search page's path.</param>
/// <param name="Text">The query.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Sort">The order as the address has it, or null.</param>
public sealed record SearchAddress(string Path, string Text, SearchFilter Filter, string? Sort)
{
    /// <summary>The query of an address that stands for this search whatever its order: for feeds and what is kept.</summary>
    public static string QueryOf(string text, SearchFilter filter) => Query(text, filter.Pairs).ToString();

    /// <summary>The address with one more value, or without it where it is chosen.</summary>
    public string Toggle(string name, string value) => Toggle(name, value, []);

    /// <summary>The same; values that the new one takes the place of are left out.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The value.</param>
    /// <param name="replaced">Values of the same parameter that go.</param>
    public string Toggle(string name, string value, IReadOnlyCollection<string> replaced)
    {
        var others = Filter.Pairs.Where(p => p.Name != name || (p.Value != value && !replaced.Contains(p.Value)));
        IEnumerable<(string Name, string Value)> pairs = Filter.Pairs.Contains((name, value)) ? others : others.Append((name, value));
        // The fields of a type are of no use with another.
        return Write(name == FilterNames.Type ? pairs.Where(p => !p.Name.StartsWith(FilterNames.Field, StringComparison.Ordinal)) : pairs, Sort);
    }

    /// <summary>The address without any filter.</summary>
    public string WithoutFilter => Write([], Sort);

    /// <summary>The address of another order.</summary>
    public string SortedBy(string? sort) => Write(Filter.Pairs, sort);

    /// <summary>The address of a page.</summary>
    public string OfPage(int page) => Write(Filter.Pairs, Sort, page);

    private string Write(IEnumerable<(string Name, string Value)> pairs, string? sort, int page = 1)
    {
        var query = Query(Text, pairs);
        if (sort is not null)
        {
            query.Add("sort", sort);
        }

        if (page > 1)
        {
            query.Add("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Path + query;
    }

    private static QueryBuilder Query(string text, IEnumerable<(string Name, string Value)> pairs)
    {
        var query = new QueryBuilder { { "q", text } };
        foreach (var (name, value) in pairs)
        {
            query.Add(name, value);
        }

        return query;
    }
}
