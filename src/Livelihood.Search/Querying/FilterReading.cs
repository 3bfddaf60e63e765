using System.Globalization;
using Livelihood.Content.Definitions;
using Livelihood.Platform.Agencies;
using Livelihood.Search.Domain.Queries;
using Microsoft.Extensions.Primitives;

namespace Livelihood.Search.Querying;

/// <summary>A filter, with what was wrong in its parameters.</summary>
/// <param name="Filter">What was understood; a value that nothing has is kept, and lets nothing through.</param>
/// <param name="Problems">By parameter, in Chinese; a page goes on without, the interface for programs refuses.</param>
public sealed record FilterRead(SearchFilter Filter, IReadOnlyDictionary<string, string[]> Problems);

/// <summary>Reads a filter from an address: the one way for the page, the feed, the interface and what is kept.</summary>
public sealed class FilterReading(IAgencyDirectory agencies, ContentDefinitions definitions)
{
    /// <summary>Values of one facet that count.</summary>
    public const int MostValues = 20;

    /// <summary>Characters of a value; no name or code has more.</summary>
    private const int LongestValue = 128;

    /// <summary>Own fields of a type that count.</summary>
    private const int MostFields = 8;

    /// <summary>Reads the parameters that concern the filter; others are left alone.</summary>
    public async Task<FilterRead> ReadAsync(IEnumerable<KeyValuePair<string, StringValues>> parameters, CancellationToken cancellation = default)
    {
        var given = parameters.GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var all = await agencies.AllAsync(cancellation);
        var chosen = Of(FilterNames.Agency);
        Check(FilterNames.Agency, chosen.FirstOrDefault(id => !all.Any(a => a.Id == id)), id => $"没有编码为“{id}”的机关。全部编码见 /api/v1/agencies。");
        var types = Of(FilterNames.Type);
        if (types.Count > 0)
        {
            var known = await definitions.TypesAsync(cancellation);
            Check(FilterNames.Type, types.FirstOrDefault(t => !known.ContainsKey(t)), t => $"没有内容类型“{t}”。全部类型见 /api/v1/types。");
        }

        var validity = Of(FilterNames.Validity);
        Check(FilterNames.Validity, validity.FirstOrDefault(v => v is not (FilterNames.Current or FilterNames.Ended)), v => $"没有“{v}”这种有效性。可以用：current（有效）、ended（已废止或失效）。");
        var filter = new SearchFilter
        {
            Types = types,
            Agencies = chosen,
            AgencyIds = [.. all.Where(a => a.LineFrom(all).Any(above => chosen.Contains(above.Id))).Select(a => a.Id).Union(chosen)],
            Years = Years(),
            IsInForce = (validity.Contains(FilterNames.Current), validity.Contains(FilterNames.Ended)) switch
            {
                (true, false) => true,
                (false, true) => false,
                _ => null,
            },
            Topics = Of(FilterNames.Topic),
            Categories = Of(FilterNames.Category),
            Issues = Of(FilterNames.Issue),
            Values = types.Count == 1 ? Fields() : [],
        };
        return new(filter, problems);

        List<string> Of(string name)
        {
            // Pages quote what was chosen, as they do with the query.
            var values = given.GetValueOrDefault(name).OfType<string>().Select(VisibleText.Of)
                .Where(v => !string.IsNullOrWhiteSpace(v) && v.Length <= LongestValue).Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > MostValues)
            {
                problems[name] = [$"{name} 最多 {MostValues} 个。"];
            }

            return [.. values.Take(MostValues)];
        }

        List<int> Years()
        {
            var written = Of(FilterNames.Year);
            Check(FilterNames.Year, written.FirstOrDefault(y => YearOf(y) is null), _ => "year 应当是四位的年份，例如 2021。");
            return [.. written.Select(YearOf).OfType<int>()];
        }

        List<(string, string)> Fields() =>
        [
            .. given.Keys.Where(k => k.StartsWith(FilterNames.Field, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(MostFields)
                .SelectMany(k => Of(k).Select(v => (k[FilterNames.Field.Length..], v))),
        ];

        void Check(string name, string? wrong, Func<string, string> problem)
        {
            if (wrong is not null)
            {
                problems[name] = [problem(wrong)];
            }
        }
    }

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 10_000 ? year : null;
}
