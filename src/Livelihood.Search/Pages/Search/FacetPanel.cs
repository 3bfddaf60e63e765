using Livelihood.Content.Definitions;
using Livelihood.Content.Taxonomies;
using Livelihood.Search.Querying;

namespace Livelihood.Search.Pages.Search;

/// <summary>The facets of a result as links, and what is chosen of them.</summary>
public sealed class FacetPanel(FacetNames names, AgencyFacet agencyFacet, ContentDefinitions definitions)
{
    /// <summary>All facets in which there is something to choose.</summary>
    public async Task<IReadOnlyList<FacetLinks>> LinksAsync(SearchResults results, SearchAddress address, CancellationToken cancellation)
    {
        var (counts, filter) = (results.Facets, address.Filter);
        var types = await names.TypesAsync(cancellation);
        var topics = await names.TermsAsync(TaxonomyTerms.Topics, cancellation);
        var categories = await names.TermsAsync(TaxonomyTerms.Categories, cancellation);
        var issues = await names.IssuesAsync([.. counts.Issues.Take(FacetLinks.Most + FacetLinks.MostMore).Select(i => i.Value).Union(filter.Issues)], cancellation);
        List<FacetLinks> facets =
        [
            Of(address, FilterNames.Type, counts.Types, t => t, t => types.GetValueOrDefault(t, t)),
            FacetLinks.Of(FacetNames.TitleOf(FilterNames.Agency), await agencyFacet.LinksAsync(counts.Agencies, address, cancellation)),
            Of(address, FilterNames.Year, counts.Years, y => y.ToString(System.Globalization.CultureInfo.InvariantCulture), y => $"{y}年"),
            Of(address, FilterNames.Topic, counts.Topics, t => t, t => topics.GetValueOrDefault(t, t)),
            Of(address, FilterNames.Category, counts.Categories, c => c, c => categories.GetValueOrDefault(c, c)),
            Of(address, FilterNames.Validity, counts.InForce, v => v ? FilterNames.Current : FilterNames.Ended, FacetNames.TextOf),
            // An issue that is not public is not named, and so not offered.
            Of(address, FilterNames.Issue, [.. counts.Issues.Where(i => issues.ContainsKey(i.Value))], i => i, i => issues[i]),
        ];
        facets.AddRange(await OwnAsync(results, address, cancellation));
        return [.. facets.Where(f => f.IsUseful(results.Total))];
    }

    /// <summary>What is chosen, each to be taken back.</summary>
    public async Task<IReadOnlyList<ChosenValue>> ChosenAsync(SearchAddress address, CancellationToken cancellation) =>
        [.. (await names.OfAsync(address.Filter, cancellation)).Select(c => new ChosenValue(c.Facet, c.Text, address.Toggle(c.Name, c.Value)))];

    /// <summary>The facets of the one chosen type, in the order of its definition. A date is no facet: nearly every item has its own.</summary>
    private async Task<IReadOnlyList<FacetLinks>> OwnAsync(SearchResults results, SearchAddress address, CancellationToken cancellation)
    {
        var facets = new List<FacetLinks>();
        if (address.Filter.OnlyType is not { } type)
        {
            return facets;
        }

        foreach (var (use, part) in await definitions.FieldPartsAsync(type, cancellation))
        {
            foreach (var field in part.Fields.Where(f => ContentFields.IsFilter(f) && f.FieldName != "DateField"))
            {
                var path = $"{use.Name}.{field.Name}";
                if (results.Fields.FirstOrDefault(f => f.Field == path) is { } counted)
                {
                    var (title, words) = await names.FieldAsync(type, path, [.. counted.Values.Select(v => v.Value)], cancellation);
                    facets.Add(Of(address, FilterNames.Field + path, [.. counted.Values.Where(v => words.ContainsKey(v.Value))], v => v, v => words[v], title));
                }
            }
        }

        return facets;
    }

    private static FacetLinks Of<T>(
        SearchAddress address, string name, IReadOnlyList<FacetCount<T>> counts, Func<T, string> value, Func<T, string> text, string? title = null)
    {
        var chosen = address.Filter.Pairs.Where(p => p.Name == name).Select(p => p.Value).ToHashSet(StringComparer.Ordinal);
        return FacetLinks.Of(title ?? FacetNames.TitleOf(name), counts.Select(c => new FacetLink(
            text(c.Value), c.Count, address.Toggle(name, value(c.Value)), chosen.Contains(value(c.Value)))));
    }
}
