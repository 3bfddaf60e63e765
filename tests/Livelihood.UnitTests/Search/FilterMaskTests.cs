using Livelihood.Search.Columns;
using Livelihood.Search.Matching;
using Livelihood.Search.Querying;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class FilterMaskTests
{
    private const int Documents = 400;

    /// <summary>The way that stops at the first reason lets through what the one lets through that names all reasons, and what a reader would.</summary>
    [Fact]
    public void Fits_AnyFilter_IsThatNothingStopsTheDocument()
    {
        var chance = new Random(5);
        var columns = new DocumentColumns(Documents + 10);
        var rows = Enumerable.Range(1, Documents).Select(id => new ColumnRow(
            id, One("type"), One("agency"), Maybe("topic"), Maybe("category"), new DateOnly(2015 + chance.Next(4), 5, 1), chance.Next(2) == 0,
            DateTimeOffset.UnixEpoch, Maybe("issue"))).ToList();
        rows.ForEach(columns.Set);
        columns.Remove(7);
        var (through, stopped) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var filter = new SearchFilter
            {
                Types = Some("type"), Agencies = Some("agency"), Topics = Some("topic"), Categories = Some("category"), Issues = Some("issue"),
                Years = chance.Next(3) == 0 ? [2015 + chance.Next(5)] : [], IsInForce = chance.Next(4) switch { 0 => true, 1 => false, _ => null },
            };
            var values = chance.Next(4) == 0 ? new IdSet(Documents + 10) : null;
            Enumerable.Range(1, Documents).Where(_ => chance.Next(2) == 0).ToList().ForEach(id => values?.Add(id));
            var mask = new FilterMask(columns, filter, values);
            foreach (var row in rows)
            {
                var id = (int)row.Id;
                var isMeant = id != 7 && Has(filter.Types, row.Type) && Has(filter.Agencies, row.AgencyId) && Has(filter.Topics, row.Topic)
                    && Has(filter.Categories, row.Category) && Has(filter.Issues, row.IssueId) && (filter.Years.Count == 0 || filter.Years.Contains(row.Date.Year))
                    && (filter.IsInForce is null || filter.IsInForce == row.IsInForce) && (values is null || values.Contains(id));
                Assert.Equal(isMeant, mask.Fits(id));
                Assert.Equal(isMeant, columns.Has(id) && mask.Of(id, columns.Codes[id], columns.Days[id]) == Misses.None);
                (through, stopped) = (through + (isMeant ? 1 : 0), stopped + (isMeant ? 0 : 1));
            }

            Assert.False(mask.Fits(Documents + 5));
        }

        Assert.True(through > 5_000 && stopped > 5_000, $"{through} and {stopped}");

        string One(string kind) => $"{kind}{chance.Next(3)}";
        string? Maybe(string kind) => chance.Next(3) == 0 ? null : One(kind);
        string[] Some(string kind) => chance.Next(4) == 0 ? [One(kind), $"{kind}9"] : [];
        static bool Has(IReadOnlyCollection<string> chosen, string? value) => chosen.Count == 0 || (value is not null && chosen.Contains(value));
    }
}
