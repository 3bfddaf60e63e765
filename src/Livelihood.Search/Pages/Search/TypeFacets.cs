using Livelihood.Content.Definitions;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Search.Pages.Search;

/// <summary>The facets that follow from a type's definition: its filter fields, in words.</summary>
public sealed class TypeFacets(ContentDefinitions definitions, FieldWords words)
{
    /// <summary>What the address puts before a field.</summary>
    public const string Prefix = "f.";

    private const int MostFilters = 8;

    /// <summary>The values that an address asks for; without a type there are none.</summary>
    public static IReadOnlyList<(string Field, string Value)> ValuesIn(IQueryCollection query, string? type) => type is null
        ? []
        : [.. query.Where(q => q.Key.StartsWith(Prefix, StringComparison.Ordinal) && q.Value.Count > 0 && q.Value[0]!.Length > 0)
            .Take(MostFilters).Select(q => (q.Key[Prefix.Length..], q.Value[0]!))];

    /// <summary>The facets of a type, in the order of its definition. A date is no facet: nearly every item has its own.</summary>
    internal async Task<IReadOnlyList<FacetLinks>> LinksAsync(
        string? type, IReadOnlyList<FieldFacet> facets, IReadOnlyList<(string Field, string Value)> chosen,
        Func<IReadOnlyList<(string Field, string Value)>, string> url, CancellationToken cancellation)
    {
        var links = new List<FacetLinks>();
        foreach (var (use, part) in type is null ? [] : await definitions.FieldPartsAsync(type, cancellation))
        {
            foreach (var field in part.Fields.Where(f => ContentFields.IsFilter(f) && f.FieldName != "DateField"))
            {
                var path = $"{use.Name}.{field.Name}";
                if (facets.FirstOrDefault(f => f.Field == path) is { } facet)
                {
                    var names = await words.NamesAsync(field, [.. facet.Values.Select(v => v.Value)], cancellation);
                    var others = chosen.Where(c => c.Field != path).ToList();
                    links.Add(FacetLinks.Of(
                        field.Label, [.. facet.Values.Where(v => names.ContainsKey(v.Value))], v => names[v],
                        v => chosen.Contains((path, v)), v => url([.. others, (path, v)]), url(others)));
                }
            }
        }

        return links;
    }
}
