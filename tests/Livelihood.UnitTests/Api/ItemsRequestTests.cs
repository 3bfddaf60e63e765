using Livelihood.Api.Reading;
using Livelihood.Content.Feeds;
using Livelihood.Platform.Agencies;
using Xunit;

namespace Livelihood.UnitTests.Api;

public sealed class ItemsRequestTests
{
    private static readonly Agency[] Agencies =
    [
        new() { Id = "A", Name = "甲市", ShortName = "甲" },
        new() { Id = "B", Name = "乙局", ShortName = "乙", ParentId = "A" },
        new() { Id = "C", Name = "丙科", ShortName = "丙", ParentId = "B" },
        new() { Id = "D", Name = "丁局", ShortName = "丁", ParentId = "A" },
    ];

    [Fact]
    public void NothingAsked_IsEverything_NewestFirst()
    {
        var question = Read(new(), out var errors);

        Assert.Empty(errors);
        Assert.Equivalent(new PublicationFilter(), question.Filter);
        Assert.Equal((PublicationOrder.NewestPublished, 50), (question.Order, question.Size));
    }

    [Fact]
    public void SubAgencies_AreThoseBelow()
    {
        Assert.Equal(["B"], Read(new() { Agency = "B" }, out _).Filter.Lines!.AgencyIds);
        Assert.Equal(["B", "C"], Read(new() { Agency = "B", SubAgencies = "true" }, out _).Filter.Lines!.AgencyIds);
    }

    [Fact]
    public void YearAndDates_NarrowEachOther()
    {
        var filter = Read(new() { Year = "2021", From = "2020-05-01", To = "2021-06-30" }, out _).Filter;

        Assert.Equal((new DateOnly(2021, 1, 1), new DateOnly(2021, 6, 30)), (filter.From, filter.To));
    }

    [Fact]
    public void UpdatedSince_IsAnInstant()
    {
        Assert.Equal(
            new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            Read(new() { UpdatedSince = "2026-03-01T08:00:00+08:00" }, out var errors).Filter.PublishedSince);
        Assert.Empty(errors);
    }

    [Fact]
    public void WrongParameters_AreToldOneByOne()
    {
        Read(
            new()
            {
                Type = "Page", Agency = "X", SubAgencies = "maybe", Year = "21", From = "2021-02-30", To = "heute", UpdatedSince = "2026-03-01", Sort = "title",
                Limit = "101", Cursor = "MC4x",
            },
            out var errors);

        Assert.Equal(
            ["agency", "cursor", "from", "limit", "sort", "subAgencies", "to", "type", "updatedSince", "year"],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.All(errors.Values, e => Assert.Single(e));
    }

    [Fact]
    public void Cursor_OfAnotherOrder_IsRefused()
    {
        var cursor = new PublicationCursor(PublicationOrder.NewestDated, 737172, "6af2t4eeab9p8j590393ng98qp").ToString();

        Read(new() { Cursor = cursor }, out var errors);
        Assert.Equal(["cursor"], errors.Keys);
        Read(new() { Cursor = cursor, Sort = "-date" }, out errors);
        Assert.Empty(errors);
    }

    private static ItemsQuestion Read(ItemsRequest request, out IReadOnlyDictionary<string, string[]> errors) =>
        request.Read(Agencies, ["Notice", "OfficialDocument"], out errors);
}
