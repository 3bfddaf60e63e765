using Livelihood.Platform.Agencies;
using Livelihood.Search.Domain.Queries;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Search.Querying;

/// <summary>Reads what a reader typed, as this portal understands it.</summary>
public interface IQueryReading
{
    /// <summary>Reads a query. Never fails.</summary>
    Task<SearchQuery> ReadAsync(string? text, CancellationToken cancellation = default);
}

/// <summary>
/// Reads what a reader typed with what this portal knows: words of one meaning from the setting <c>Search:Synonyms</c>, and
/// agencies by the names that they or their forerunners had.
/// </summary>
internal sealed class QueryReading(IAgencyDirectory agencies, SynonymsInUse inUse, IConfiguration configuration) : IQueryReading
{
    /// <summary>The setting: groups of words of one meaning, such as <c>医保/医疗保险；低保/最低生活保障</c>.</summary>
    public const string Setting = "Search:Synonyms";

    private const string Levels = "省市县区乡镇";

    /// <inheritdoc />
    public async Task<SearchQuery> ReadAsync(string? text, CancellationToken cancellation = default) =>
        (await SynonymsAsync(cancellation)).Widen(QueryParser.Parse(text));

    /// <summary>Reads a text that describes what is wanted. Never fails.</summary>
    public async Task<SearchQuery> ReadTextAsync(string? text, CancellationToken cancellation) =>
        (await SynonymsAsync(cancellation)).Widen(QueryParser.ParseText(text));

    private async Task<SynonymList> SynonymsAsync(CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        var names = all.Where(a => a.FormerNames.Count > 0)
            .Select(IReadOnlyList<string> (a) => [.. new[] { Bare(a.ShortName) }.Concat(a.FormerNames.Select(f => Bare(f.ShortName ?? f.Name)))]);
        return inUse.Take(new([.. SynonymList.Parse(configuration[Setting]), .. names]));
    }

    /// <summary>市卫生健康委 without its level: readers leave it out.</summary>
    private static string Bare(string name) => name.Length > 3 && Levels.Contains(name[0]) ? name[1..] : name;
}

/// <summary>The words in use when last a query was read, for marking texts without asking the database. One for the whole process.</summary>
internal sealed class SynonymsInUse
{
    private volatile SynonymList _list = SynonymList.Empty;

    /// <summary>The words.</summary>
    public SynonymList List => _list;

    /// <summary>Takes over and returns the words.</summary>
    public SynonymList Take(SynonymList list) => _list = list;
}
