using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Search.Querying;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Pages.Search;

/// <summary>Puts codes and ids of facets into the words that people read.</summary>
public sealed class FacetNames(
    PortalDbContext db, IAgencyDirectory agencies, ContentDefinitions definitions, TaxonomyTerms taxonomies, FieldWords words)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _read = new(StringComparer.Ordinal);

    /// <summary>Chinese names of the parts of a filter, but for the fields of types.</summary>
    public static string TitleOf(string name) => name switch
    {
        FilterNames.Type => "类型",
        FilterNames.Agency => "发布机关",
        FilterNames.Year => "年份",
        FilterNames.Validity => "有效性",
        FilterNames.Topic => "主题",
        FilterNames.Category => "公开类别",
        FilterNames.Issue => "刊登的公报",
        _ => name,
    };

    /// <summary>Content types by name.</summary>
    public Task<IReadOnlyDictionary<string, string>> TypesAsync(CancellationToken cancellation) => OnceAsync(FilterNames.Type, async () =>
        (await definitions.TypesAsync(cancellation)).ToDictionary(t => t.Key, t => t.Value.DisplayName, StringComparer.Ordinal));

    /// <summary>Agencies by id.</summary>
    public Task<IReadOnlyDictionary<string, string>> AgenciesAsync(CancellationToken cancellation) => OnceAsync(FilterNames.Agency, async () =>
        (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal));

    /// <summary>Terms of a taxonomy by code; empty where there is no such taxonomy.</summary>
    public Task<IReadOnlyDictionary<string, string>> TermsAsync(string taxonomyPath, CancellationToken cancellation) => OnceAsync(taxonomyPath, async () =>
        ((await taxonomies.TreeAsync(taxonomyPath, cancellation))?.Lines ?? []).Where(l => l.Term.Alias is { Length: > 0 })
            .DistinctBy(l => l.Term.Alias).ToDictionary(l => l.Term.Alias!, l => l.Term.DisplayText, StringComparer.Ordinal));

    /// <summary>Published gazette issues by item id; one that is not public has no name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> IssuesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => ids.Count == 0
        ? new Dictionary<string, string>()
        : await db.Set<CatalogueEntry>().Where(e => ids.Contains(e.ItemId)).ToDictionaryAsync(e => e.ItemId, e => e.Title, cancellation);

    /// <summary>The name of a type's own field and those of its values.</summary>
    public async Task<(string Title, IReadOnlyDictionary<string, string> Values)> FieldAsync(
        string type, string field, IReadOnlyCollection<string> values, CancellationToken cancellation)
    {
        var found = (await definitions.FieldPartsAsync(type, cancellation))
            .SelectMany(p => p.Part.Fields.Select(f => (Path: $"{p.Use.Name}.{f.Name}", Field: f))).FirstOrDefault(f => f.Path == field);
        return found.Field is null ? (field, new Dictionary<string, string>()) : (found.Field.Label, await words.NamesAsync(found.Field, values, cancellation));
    }

    /// <summary>What a reader chose, in words, in the order of the address.</summary>
    public async Task<IReadOnlyList<(string Name, string Value, string Facet, string Text)>> OfAsync(SearchFilter filter, CancellationToken cancellation)
    {
        var issues = await IssuesAsync(filter.Issues, cancellation);
        var named = new List<(string, string, string, string)>();
        foreach (var (name, value) in filter.Pairs)
        {
            var (facet, text) = name switch
            {
                FilterNames.Type => (TitleOf(name), (await TypesAsync(cancellation)).GetValueOrDefault(value)),
                FilterNames.Agency => (TitleOf(name), (await AgenciesAsync(cancellation)).GetValueOrDefault(value)),
                FilterNames.Year => (TitleOf(name), $"{value}年"),
                FilterNames.Validity => (TitleOf(name), TextOf(value == FilterNames.Current)),
                FilterNames.Topic => (TitleOf(name), (await TermsAsync(TaxonomyTerms.Topics, cancellation)).GetValueOrDefault(value)),
                FilterNames.Category => (TitleOf(name), (await TermsAsync(TaxonomyTerms.Categories, cancellation)).GetValueOrDefault(value)),
                FilterNames.Issue => (TitleOf(name), issues.GetValueOrDefault(value)),
                _ => await OwnAsync(filter.OnlyType!, name[FilterNames.Field.Length..], value, cancellation),
            };
            named.Add((name, value, facet, text ?? value));
        }

        return named;
    }

    /// <summary>The Chinese words for being in force or not.</summary>
    public static string TextOf(bool inForce) => inForce ? "有效" : "已废止或失效";

    private async Task<(string, string?)> OwnAsync(string type, string field, string value, CancellationToken cancellation)
    {
        var (title, values) = await FieldAsync(type, field, [value], cancellation);
        return (title, values.GetValueOrDefault(value));
    }

    private async Task<IReadOnlyDictionary<string, string>> OnceAsync(string key, Func<Task<Dictionary<string, string>>> read) =>
        _read.TryGetValue(key, out var known) ? known : _read[key] = await read();
}
