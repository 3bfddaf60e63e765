using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Matching;
using Livelihood.Search.Querying;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>What filters let through and what facets count, as a reader would tell it from each document's values.</summary>
public sealed class FilterMaskTests
{
    private const int Documents = 1_000;

    private readonly Random _chance = new(5);
    private readonly DocumentColumns _columns = new DocumentColumns(Documents / 2).Grow(Documents + 10);
    private readonly List<ColumnRow> _rows;

    public FilterMaskTests()
    {
        _rows = [.. Enumerable.Range(1, Documents).Select(id => new ColumnRow(
            id, One("type"), One("agency"), Maybe("topic"), Maybe("category"), new DateOnly(2015 + _chance.Next(4), 5, 1), _chance.Next(5) != 0,
            DateTimeOffset.UnixEpoch, Maybe("issue")))];

        // The second half comes when there is room for it, some documents twice, and one goes.
        _rows.Take(Documents / 2).ToList().ForEach(_columns.Set);
        _rows.ForEach(row => _columns.Set(row with { IsInForce = !row.IsInForce, Type = "type0" }));
        _rows.ForEach(_columns.Set);
        _columns.Remove(7);
        _rows.RemoveAt(6);
    }

    [Fact]
    public void Filter_LetsThroughWhatAReaderWould_OneOrManyAtATime()
    {
        var (through, stopped) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var filter = AnyFilter();
            var fields = AnyFields(filter);
            var mask = new FilterMask(_columns, filter, fields);
            var meant = _rows.Where(row => IsMeant(row, filter, fields)).Select(row => (int)row.Id).ToHashSet();
            Assert.Equal(meant, Enumerable.Range(-1, _columns.Limit + 100).Where(mask.Has).ToHashSet());
            Assert.Equal(meant, Bits(mask));
            Assert.Equal(_rows.Select(row => (int)row.Id).Except(meant).ToHashSet(), Bits(mask.Rest));
            Assert.Equal(Bits(mask.Rest), Enumerable.Range(-1, _columns.Limit + 100).Where(mask.Rest.Has).ToHashSet());
            (through, stopped) = (through + meant.Count, stopped + Documents - meant.Count);
        }

        Assert.True(through > 5_000 && stopped > 5_000, $"{through} and {stopped}");
    }

    /// <summary>Of few and of many documents, whose ranks must stay their own.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(90)]
    public void Set_ThroughAFilter_HasWhatItLetsThrough(int step)
    {
        var found = new MatchSetBuilder();
        Enumerable.Range(0, _columns.Limit).Where(id => id % step == 0).ToList().ForEach(id => found.Add(id, _chance.Next(1, 1000)));
        var set = found.Build();
        var all = All(set.Read());
        for (var round = 0; round < 50; round++)
        {
            var filter = AnyFilter();
            var mask = new FilterMask(_columns, filter, AnyFields(filter));
            var meant = all.Where(m => mask.Has(m.Id)).ToList();
            Assert.Equal(meant, All(set.Read(mask)));
            Assert.Equal(meant.Select(m => m.Id), All(set.Read(mask, isRanked: false)).Select(m => m.Id));
            Assert.Equal(meant.Count, set.CountOf(mask));
        }
    }

    /// <summary>Counted one way or the other: what is let through, or what is left out of counts that there are.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(90)]
    public void Facets_CountWhatTheOthersLetThrough(int step)
    {
        var set = new MatchSet([.. Enumerable.Range(0, _columns.Limit).Where(id => id % step == 0)]);
        var answer = new QueryAnswer(new MatchPlan { Terms = [], Words = [] }, set);
        for (var round = 0; round < 200; round++)
        {
            // From here on the whole answer has been counted.
            if (round == 100)
            {
                FacetCounter.Count(answer, _columns, new FilterMask(_columns, SearchFilter.None, fields: null));
                Assert.NotNull(answer.Tally);
            }

            var filter = AnyFilter();
            var fields = AnyFields(filter);
            var counts = FacetCounter.Count(answer, _columns, new FilterMask(_columns, filter, fields));
            Assert.Equal(Meant(row => row.Type, filter with { Types = [] }, null), counts.Types);
            Assert.Equal(Meant(row => row.AgencyId, filter with { Agencies = [] }, fields), counts.Agencies);
            Assert.Equal(Meant(row => row.Topic, filter with { Topics = [] }, fields), counts.Topics);
            Assert.Equal(Meant(row => row.Category, filter with { Categories = [] }, fields), counts.Categories);
            Assert.Equal(Meant(row => row.IssueId, filter with { Issues = [] }, fields), counts.Issues);
            Assert.Equal(
                Meant(row => $"{row.Date.Year}", filter with { Years = [] }, fields).OrderByDescending(y => y.Value, StringComparer.Ordinal),
                counts.Years.Select(y => new FacetCount<string>($"{y.Value}", y.Count)));
            Assert.Equal(
                Meant(row => $"{row.IsInForce}", filter with { IsInForce = null }, fields).OrderByDescending(v => v.Value, StringComparer.Ordinal),
                counts.InForce.Select(v => new FacetCount<string>($"{v.Value}", v.Count)));

            IEnumerable<FacetCount<string>> Meant(Func<ColumnRow, string?> value, SearchFilter others, IdSet? fields) =>
                _rows.Where(row => row.Id % step == 0 && IsMeant(row, others, fields)).GroupBy(value).Where(g => g.Key is not null)
                    .Select(g => new FacetCount<string>(g.Key!, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal);
        }
    }

    private static List<Match> All(MatchReader reader)
    {
        var all = new List<Match>();
        while (reader.Next() is { IsEmpty: false } some)
        {
            all.AddRange(some);
        }

        return all;
    }

    private HashSet<int> Bits(IDocumentFilter filter) =>
        [.. Enumerable.Range(0, _columns.Limit + 200).Where(id => (filter.Among(id / 64) >> (id % 64) & 1) != 0)];

    private SearchFilter AnyFilter() => new()
    {
        Types = Some("type"), Agencies = Some("agency"), Topics = Some("topic"), Categories = Some("category"), Issues = Some("issue"),
        Years = _chance.Next(3) == 0 ? [2015 + _chance.Next(5)] : [], IsInForce = _chance.Next(4) switch { 0 => true, 1 => false, _ => null },
    };

    /// <summary>Values of fields count only where a type is chosen.</summary>
    private IdSet? AnyFields(SearchFilter filter)
    {
        var fields = filter.Types.Count > 0 && _chance.Next(2) == 0 ? new IdSet(Documents / 2) : null;
        Enumerable.Range(1, Documents).Where(_ => _chance.Next(2) == 0).ToList().ForEach(id => fields?.Add(id));
        return fields;
    }

    private static bool IsMeant(ColumnRow row, SearchFilter filter, IdSet? fields)
    {
        return Has(filter.Types, row.Type) && Has(filter.Agencies, row.AgencyId) && Has(filter.Topics, row.Topic) && Has(filter.Categories, row.Category)
            && Has(filter.Issues, row.IssueId) && (filter.Years.Count == 0 || filter.Years.Contains(row.Date.Year))
            && (filter.IsInForce is null || filter.IsInForce == row.IsInForce) && (fields is null || fields.Contains(row.Id));
        static bool Has(IReadOnlyCollection<string> chosen, string? value) => chosen.Count == 0 || (value is not null && chosen.Contains(value));
    }

    private string One(string kind) => $"{kind}{_chance.Next(12)}";

    private string? Maybe(string kind) => _chance.Next(3) == 0 ? null : One(kind);

    /// <summary>One value, or so many that they are looked up instead of compared; and one that nothing has.</summary>
    private string[] Some(string kind) => _chance.Next(8) switch
    {
        0 => [One(kind), $"{kind}99"],
        1 => [.. Enumerable.Range(1, 11).Select(n => $"{kind}{n}")],
        _ => [],
    };
}
